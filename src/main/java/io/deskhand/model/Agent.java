package io.deskhand.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the desk. {@code tier} is 1 to 3, {@code capacity} the number of active
 * tickets that automatic assignment stops at, {@code activeTickets} always what a recount gives.
 */
public record Agent(
    UUID id,
    String name,
    String email,
    @Nullable String phone,
    @Nullable UUID departmentId,
    int tier,
    Role role,
    AgentStatus status,
    int capacity,
    int activeTickets,
    List<String> skills,
    long version) {
  public Agent {
    skills = List.copyOf(skills);
  }
}
