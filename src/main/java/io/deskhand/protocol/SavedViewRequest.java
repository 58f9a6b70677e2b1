package io.deskhand.protocol;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/views and PATCH /support/views/{id}. {@code query} has the parameters
 * of the list of tickets but for those of its pages; a list is text with commas.
 */
public record SavedViewRequest(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable Map<String, String> query,
    @Nullable Boolean shared,
    @Nullable UUID departmentId,
    @Nullable Integer position) {}
