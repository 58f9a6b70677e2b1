package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who is signed in; a customer's {@code id} is the {@code customerId} of their tickets.
 * {@code departmentId} and {@code tier} are set for staff.
 */
public record Me(
    UUID id,
    String name,
    String email,
    Role role,
    @Nullable UUID departmentId,
    @Nullable Integer tier) {}
