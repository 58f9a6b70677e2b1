package io.deskhand.protocol;

import io.deskhand.model.Priority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of POST /support/categories and PATCH /support/categories/{key}. */
public record CategoryRequest(
    @Nullable String key,
    @Nullable String label,
    @Nullable UUID departmentId,
    @Nullable Priority defaultPriority) {}
