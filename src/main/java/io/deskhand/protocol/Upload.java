package io.deskhand.protocol;

import io.deskhand.model.Attachment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the upload of a file has come.
 *
 * @param offset how many of its {@code size} bytes the server has
 * @param attachment the file as messages carry it; null until it is whole
 */
public record Upload(
    UUID id, String name, long size, long offset, @Nullable Attachment attachment) {}
