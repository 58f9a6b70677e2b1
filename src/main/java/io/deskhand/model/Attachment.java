package io.deskhand.model;

import java.util.UUID;

/**
 * A file that a message carries; {@code size} in bytes, {@code type} a media type told by its
 * content.
 */
public record Attachment(UUID id, String name, String url, long size, String type) {}
