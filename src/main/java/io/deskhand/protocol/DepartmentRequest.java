package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** The body of POST /support/departments and PATCH /support/departments/{id}. */
public record DepartmentRequest(
    @Nullable String name, @Nullable String description, @Nullable Integer tier) {}
