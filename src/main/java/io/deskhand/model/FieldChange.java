package io.deskhand.model;

import org.jspecify.annotations.Nullable;

/** One field of a ticket that changed, both values as text, null for none. */
public record FieldChange(String field, @Nullable String from, @Nullable String to) {}
