package io.deskhand.server.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the documents of old office programs from what else is in their container format (such as
 * installers), by the names of the streams inside.
 */
final class OleKinds {
  private static final int BUFFER = 1 << 16;

  /** No name with its end is longer, in bytes. */
  private static final int LONGEST = 64;

  /** What the presence of a stream says; macros before documents. */
  private static final Map<String, String> BY_STREAM = byStream();

  private OleKinds() {}

  private static Map<String, String> byStream() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("_VBA_PROJECT", "application/vnd.ms-office.vbaproject");
    kinds.put("WordDocument", "application/msword");
    kinds.put("PowerPoint Document", "application/vnd.ms-powerpoint");
    kinds.put("Workbook", "application/vnd.ms-excel");
    return kinds;
  }

  static Optional<String> of(Path file) throws IOException {
    Set<String> found = new HashSet<>();
    byte[] window = new byte[LONGEST + BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(window, LONGEST, BUFFER);
      while (read > 0) {
        // Latin-1 keeps the bytes as they are.
        String text = new String(window, 0, LONGEST + read, StandardCharsets.ISO_8859_1);
        BY_STREAM.keySet().stream().filter(name -> text.contains(stored(name))).forEach(found::add);
        System.arraycopy(window, read, window, 0, LONGEST);
        read = in.readNBytes(window, LONGEST, BUFFER);
      }
    }
    return BY_STREAM.keySet().stream().filter(found::contains).map(BY_STREAM::get).findFirst();
  }

  /** A name as the directory of such a file has it: UTF-16LE up to a zero. */
  private static String stored(String stream) {
    byte[] bytes = (stream + "\0").getBytes(StandardCharsets.UTF_16LE);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
