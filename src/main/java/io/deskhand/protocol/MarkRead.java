package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code mark_read}: everything of the other side up to and including the message
 * {@code upTo} has been read.
 */
public record MarkRead(UUID ticketId, @Nullable UUID upTo) {}
