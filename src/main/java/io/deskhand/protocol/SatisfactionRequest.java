package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /support/tickets/{id}/satisfaction; {@code score} is 1 to 5. */
public record SatisfactionRequest(@Nullable Integer score, @Nullable String comment) {}
