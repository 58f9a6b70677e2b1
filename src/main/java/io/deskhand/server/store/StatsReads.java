package io.deskhand.server.store;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures over the tickets that a person sees. */
public interface StatsReads {
  /** Over the tickets that were created in {@code range}. */
  Totals totals(Scope scope, Range range);

  /** The same by whoever has the ticket: by escalation, else by assignment. */
  List<Group> byAgent(Scope scope, Range range);

  /** The same by department. */
  List<Group> byDepartment(Scope scope, Range range);

  /** From the first moment, included, to the last, not included; null: without end. */
  record Range(@Nullable Instant from, @Nullable Instant to) {}

  /**
   * Figures of a set of tickets.
   *
   * @param unassigned those that need work and that nobody has
   */
  record Totals(
      Map<Status, Long> byStatus, Map<Priority, Long> byPriority, long unassigned, Averages all) {}

  /** Figures of one agent's or department's tickets; states without tickets are left out. */
  record Group(UUID id, Map<Status, Long> byStatus, Averages all) {}

  /** In seconds, and as 1 to 5; null where no ticket has a value. */
  record Averages(
      @Nullable Double firstResponse, @Nullable Double resolution, @Nullable Double satisfaction) {}
}
