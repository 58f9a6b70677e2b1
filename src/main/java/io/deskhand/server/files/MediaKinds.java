package io.deskhand.server.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells by their heads what is in the containers that sound and pictures in motion share. */
final class MediaKinds {
  private static final int HEAD_BYTES = 64;
  private static final int BRAND = 8;
  private static final int BRAND_BYTES = 4;

  private MediaKinds() {}

  /** Of a file that begins as those of QuickTime and MPEG-4 do: by its brand. */
  static String ofMpeg4(Path file) throws IOException {
    String head = head(file);
    String brand = head.length() < BRAND + BRAND_BYTES ? "" : head.substring(BRAND, BRAND + 4);
    return switch (brand) {
      case "qt  ", "" -> "video/quicktime";
      case "M4A ", "M4B " -> "audio/mp4";
      default -> "video/mp4";
    };
  }

  /** Of a file that begins as those of Matroska do: WebM is the one with that document type. */
  static String ofMatroska(Path file) throws IOException {
    return head(file).contains("webm") ? "video/webm" : "video/x-matroska";
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }
}
