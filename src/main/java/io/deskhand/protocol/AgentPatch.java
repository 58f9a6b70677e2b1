package io.deskhand.protocol;

import io.deskhand.model.AgentStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of PATCH /support/agents/{id}; what is left out stays. */
public record AgentPatch(
    @Nullable String name,
    @Nullable String phone,
    @Nullable UUID departmentId,
    @Nullable Integer tier,
    @Nullable AgentStatus status,
    @Nullable Integer capacity,
    @Nullable List<String> skills) {}
