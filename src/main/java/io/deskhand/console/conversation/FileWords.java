package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import java.util.Map;

/** How files are spoken of, and which sign they have. */
final class FileWords {
  private static final long KILO = 1_000;
  private static final Map<String, String> SIGNS =
      Map.of(
          "image", "fth-image",
          "text", "fth-file-text",
          "audio", "fth-music",
          "video", "fth-film",
          "application/pdf", "fth-file-text",
          "application/zip", "fth-archive");

  private FileWords() {}

  /** A size as people say it, such as "1.4 MB". */
  static String size(long bytes, Texts texts) {
    if (bytes < KILO) {
      return texts.of("files.bytes", bytes);
    }
    double kilos = (double) bytes / KILO;
    return kilos < KILO - 0.5
        ? texts.of("files.kb", Math.round(kilos))
        : texts.of("files.mb", Math.round(kilos / KILO * 10) / 10.0);
  }

  /** The icon of a media type. */
  static String sign(String type) {
    int slash = Math.max(0, type.indexOf('/'));
    return SIGNS.getOrDefault(type, SIGNS.getOrDefault(type.substring(0, slash), "fth-file"));
  }
}
