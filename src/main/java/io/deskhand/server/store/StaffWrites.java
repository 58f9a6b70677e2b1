package io.deskhand.server.store;

import io.deskhand.model.Agent;
import java.time.Instant;
import java.util.UUID;

/** The people who work at the desk, to change. */
public interface StaffWrites extends StaffReads {
  void insert(StaffMember member);

  /** Replaces {@code before} by {@code after}, which has the same id. */
  void update(Agent before, Agent after);

  /** Adds {@code delta} to the agent's active tickets. */
  void addLoad(UUID id, int delta);

  /** Notes that the agent was given a ticket at {@code when}. */
  void assignedAt(UUID id, Instant when);

  /** Shuts the person out for good; their past stays. */
  void disable(Agent agent);
}
