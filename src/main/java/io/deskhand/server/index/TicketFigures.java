package io.deskhand.server.index;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures over the tickets that a person sees. */
public final class TicketFigures {
  private TicketFigures() {}

  /** From the first moment, included, to the last, not included; null: without end. */
  public record Range(@Nullable Instant from, @Nullable Instant to) {}

  /**
   * Figures of a set of tickets; states and priorities without tickets are left out.
   *
   * @param unassigned those that need work and that nobody has
   */
  public record Totals(
      Map<Status, Long> byStatus, Map<Priority, Long> byPriority, long unassigned, Averages all) {}

  /** Figures of one agent's or department's tickets; states without tickets are left out. */
  public record Group(UUID id, Map<Status, Long> byStatus, Averages all) {}

  /** In seconds, and as 1 to 5; null where no ticket has a value. */
  public record Averages(
      @Nullable Double firstResponse, @Nullable Double resolution, @Nullable Double satisfaction) {}
}
