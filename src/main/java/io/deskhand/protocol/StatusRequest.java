package io.deskhand.protocol;

import io.deskhand.model.Status;
import org.jspecify.annotations.Nullable;

/** The body of PUT /support/tickets/{id}/status. */
public record StatusRequest(@Nullable Status status) {}
