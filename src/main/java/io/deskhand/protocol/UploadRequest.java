package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/attachments for a file that follows in parts.
 *
 * @param id made by the sender, or by the server if it is left out
 * @param size of the whole file, in bytes, 1 to {@link Limits#FILE_BYTES}
 * @param sha256 of the whole file in hex; what arrives is checked against it
 */
public record UploadRequest(
    @Nullable UUID id, @Nullable String name, @Nullable Long size, @Nullable String sha256) {}
