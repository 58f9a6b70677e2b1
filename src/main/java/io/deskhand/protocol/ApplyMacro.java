package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/macros/{id}/preview and /apply.
 *
 * @param body the reply as somebody has edited it; null for the macro's own
 */
public record ApplyMacro(@Nullable UUID ticketId, @Nullable String body) {}
