package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of POST /support/macros and PATCH /support/macros/{id}. */
public record MacroRequest(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable String body,
    @Nullable Boolean internal,
    @Nullable List<RuleRequest.Action> actions,
    @Nullable Boolean shared,
    @Nullable UUID departmentId,
    @Nullable Integer position) {}
