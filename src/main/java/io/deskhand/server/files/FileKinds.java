package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.FileNames;
import io.deskhand.protocol.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the type of a file by its content. The name decides only which text a text is, and refuses
 * what is run by its name.
 */
final class FileKinds {
  private static final String TEXT = "text/plain";
  private static final String ZIP = "application/zip";
  private static final String OLE = "application/x-tika-msoffice";
  private static final Set<String> ZIPS =
      Set.of(ZIP, "application/x-tika-ooxml", "application/java-archive");

  /** Texts that have a type of their own but no mark in their content. */
  private static final Map<String, String> TEXTS =
      Map.of("csv", "text/csv", "tsv", "text/tab-separated-values", "json", "application/json");

  private static final Set<String> ALLOWED =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/bmp",
          "image/tiff",
          "image/heic",
          "image/heif",
          "image/avif",
          "application/pdf",
          "application/rtf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation",
          "application/json",
          TEXT,
          "text/csv",
          "text/tab-separated-values",
          ZIP,
          "audio/mpeg",
          "audio/mp4",
          "audio/vnd.wave",
          "audio/x-wav",
          "audio/ogg",
          "audio/vorbis",
          "audio/opus",
          "audio/x-flac",
          "video/mp4",
          "video/quicktime",
          "video/webm",
          "video/x-matroska",
          "video/x-msvideo",
          "video/ogg",
          "video/mpeg");

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

  /**
   * The media type of {@code file}.
   *
   * @throws ProblemException with {@code unsupported_media_type} naming what was found
   */
  String of(Path file, String name) throws IOException {
    if (FileNames.isRunByName(name)) {
      throw refused("." + FileNames.extension(name));
    }
    String found = detect(file);
    String type =
        switch (found) {
          case TEXT -> TEXTS.getOrDefault(FileNames.extension(name), TEXT);
          case OLE -> OleKinds.of(file).orElse(OLE);
          case "video/quicktime", "application/mp4", "video/mp4", "audio/mp4", "video/x-m4v" ->
              MediaKinds.ofMpeg4(file);
          case "application/x-matroska" -> MediaKinds.ofMatroska(file);
          default -> ZIPS.contains(found) ? ZipKinds.of(file) : found;
        };
    if (!ALLOWED.contains(type)) {
      throw refused(type);
    }
    return type;
  }

  private String detect(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return types.detect(in, new Metadata()).getBaseType().toString();
    }
  }

  private static ProblemException refused(String found) {
    return ProblemException.of(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Files of this kind are not taken: " + found);
  }
}
