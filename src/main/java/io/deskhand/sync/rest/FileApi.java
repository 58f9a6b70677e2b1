package io.deskhand.sync.rest;

import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Upload;
import io.deskhand.protocol.UploadRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** The server's routes of files. Blocks; thread-safe; fails as {@link DeskApi} does. */
public final class FileApi {
  private static final String BYTES = "application/octet-stream";
  private final DeskApi api;

  FileApi(DeskApi api) {
    this.api = api;
  }

  /** Announces a file that follows in parts. */
  public void announce(UploadRequest file) throws IOException {
    api.authorized(
        "POST",
        Routes.ATTACHMENTS,
        Map.of(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString()),
        file);
  }

  /**
   * Sends the part that begins at {@code offset}; an empty one asks how far the file has come. At
   * another offset than the server's it is {@link Refused}, which then names that.
   */
  public Upload append(UUID id, long offset, byte[] part) throws IOException {
    byte[] answer =
        api.authorized(
            "PATCH",
            Routes.attachment(id),
            Map.of("Content-Type", BYTES, Routes.UPLOAD_OFFSET, Long.toString(offset)),
            part);
    return Http.read(answer, Upload.class);
  }

  /** Some bytes of a file, from {@code first} on; fewer than {@code length} at its end. */
  public byte[] read(UUID id, long first, int length) throws IOException {
    String range = "bytes=" + first + "-" + (first + length - 1);
    return api.authorized("GET", Routes.attachment(id), Map.of("Range", range), null);
  }

  /** The small picture of an image; {@link Refused} as not found if it has none. */
  public byte[] thumbnail(UUID id) throws IOException {
    return api.authorized("GET", Routes.attachment(id) + "/thumbnail", Map.of(), null);
  }
}
