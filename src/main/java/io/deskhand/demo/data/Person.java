package io.deskhand.demo.data;

import io.deskhand.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the demo desk who can sign in. {@code tier} is 1 to 3 for staff and 0 for customers;
 * {@code department} is a department's name, null for those who belong to none; {@code share} how
 * many active tickets they have on a full desk.
 */
public record Person(
    String email, String name, Role role, int tier, @Nullable String department, int share) {}
