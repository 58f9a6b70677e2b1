package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /support/tickets/{id}/reopen. */
public record ReopenRequest(@Nullable String reason) {}
