package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about. Data, not an enum: the desk's admin adds to them. {@code key} is
 * lower_snake.
 */
public record Category(
    String key, String label, @Nullable UUID departmentId, Priority defaultPriority) {}
