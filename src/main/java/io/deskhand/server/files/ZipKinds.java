package io.deskhand.server.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells by its entries what a ZIP archive is: an office document, a program, or just an archive.
 */
final class ZipKinds {
  private static final String ZIP = "application/zip";

  /** What the presence of an entry says; programs and macros before documents. */
  private static final Map<String, String> BY_ENTRY = byEntry();

  private ZipKinds() {}

  private static Map<String, String> byEntry() {
    String office = "application/vnd.openxmlformats-officedocument.";
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("word/vbaProject.bin", "application/vnd.ms-word.document.macroenabled.12");
    kinds.put("xl/vbaProject.bin", "application/vnd.ms-excel.sheet.macroenabled.12");
    kinds.put("ppt/vbaProject.bin", "application/vnd.ms-powerpoint.presentation.macroenabled.12");
    kinds.put("AndroidManifest.xml", "application/vnd.android.package-archive");
    kinds.put("META-INF/MANIFEST.MF", "application/java-archive");
    kinds.put("word/document.xml", office + "wordprocessingml.document");
    kinds.put("xl/workbook.xml", office + "spreadsheetml.sheet");
    kinds.put("ppt/presentation.xml", office + "presentationml.presentation");
    return kinds;
  }

  static String of(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return BY_ENTRY.entrySet().stream()
          .filter(kind -> zip.getEntry(kind.getKey()) != null)
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(ZIP);
    } catch (ZipException e) {
      // It begins like an archive and is a broken one: nothing can be run or opened in it.
      return ZIP;
    }
  }
}
