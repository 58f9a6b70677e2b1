package io.deskhand.server.store;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.Routes;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows of an uploaded file, whole or still on its way.
 *
 * @param owner who uploads it
 * @param size in bytes, of the whole
 * @param type told by its content; null until the whole file is here
 * @param sha256 of its content, in lower-case hex; until the file is whole what its sender said it
 *     would be, null if they did not
 * @param messageId the message that carries it; null if none does yet
 */
public record StoredFile(
    UUID id,
    UUID owner,
    String name,
    long size,
    @Nullable String type,
    @Nullable String sha256,
    Instant createdAt,
    @Nullable UUID messageId) {

  /** Whether all of it is here. */
  public boolean isWhole() {
    return type != null;
  }

  /** The hash of its content; only of a whole file. */
  public String content() {
    return Objects.requireNonNull(sha256);
  }

  /** As messages name it; only of a whole file. */
  public Attachment attachment() {
    String url = Routes.attachment(id);
    return new Attachment(id, name, url, size, Objects.requireNonNull(type));
  }

  /** This file, all of it here. */
  public StoredFile whole(String foundType, String foundSha256) {
    return new StoredFile(id, owner, name, size, foundType, foundSha256, createdAt, messageId);
  }
}
