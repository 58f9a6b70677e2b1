package io.deskhand.demo.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One page of a bank's statement. */
final class Statement {
  private static final List<String> LINES =
      List.of(
          "Harbor - account statement",
          "",
          "02 Nov   Opening balance             1,204.10",
          "03 Nov   Grocer, Lisbon                -41.75",
          "05 Nov   Salary                      2,480.00",
          "09 Nov   Transfer, reference HB-7731  -350.00",
          "09 Nov   Transfer, reference HB-7731  -350.00",
          "14 Nov   Card fee                       -2.90",
          "",
          "         Closing balance             2,939.45");

  private Statement() {}

  /** The page as PDF. */
  static byte[] pdf() {
    StringBuilder page = new StringBuilder("BT /F1 11 Tf 14 TL 60 760 Td\n");
    LINES.forEach(line -> page.append('(').append(line).append(") Tj T*\n"));
    page.append("ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
    return file(objects).getBytes(StandardCharsets.US_ASCII);
  }

  private static String file(List<String> objects) {
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(file.length());
      file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(at -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", at)));
    file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    return file.append("startxref\n").append(table).append("\n%%EOF\n").toString();
  }
}
