package io.deskhand.sync;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.Routes;
import java.util.UUID;

/**
 * A file that was copied into the profile, encrypted, to go with a message that is written here.
 *
 * @param id what the server will call it too
 * @param name without folders, and harmless
 * @param size in bytes, 1 to {@code Limits.FILE_BYTES}
 * @param sha256 of its content, in hex
 * @param type a media type guessed by its name; the server tells the true one by the content
 */
public record OutgoingFile(UUID id, String name, long size, String sha256, String type) {
  /** The file as a message carries it. */
  public Attachment attachment() {
    return new Attachment(id, name, Routes.attachment(id), size, type);
  }
}
