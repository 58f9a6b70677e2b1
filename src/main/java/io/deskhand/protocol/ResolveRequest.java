package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /support/tickets/{id}/resolve. */
public record ResolveRequest(@Nullable String resolution) {}
