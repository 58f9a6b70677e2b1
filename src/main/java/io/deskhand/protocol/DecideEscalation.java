package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /support/escalations/{id}/approve and /deny. */
public record DecideEscalation(@Nullable String comment) {}
