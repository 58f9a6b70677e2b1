package io.deskhand.protocol;

import io.deskhand.model.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/agents. Name, e-mail and password must be there; {@code leads} are the
 * departments that a lead leads besides their own.
 */
public record CreateAgent(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password,
    @Nullable String phone,
    @Nullable UUID departmentId,
    @Nullable Integer tier,
    @Nullable Role role,
    @Nullable Integer capacity,
    @Nullable List<String> skills,
    @Nullable List<UUID> leads) {}
