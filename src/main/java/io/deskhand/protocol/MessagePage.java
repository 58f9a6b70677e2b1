package io.deskhand.protocol;

import io.deskhand.model.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/tickets/{id}/messages: newest last. {@code nextCursor} leads to older
 * ones.
 */
public record MessagePage(List<Message> messages, long total, @Nullable String nextCursor) {}
