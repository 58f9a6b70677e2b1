package io.deskhand.protocol;

import io.deskhand.model.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/stats/agents and /support/stats/departments: one line per agent or
 * department, by name, those without tickets included. Everything is about the tickets that were
 * created in the range asked for and that the session sees.
 */
public record HandledStats(List<Line> lines) {
  /**
   * What one agent or department has had to do.
   *
   * @param handled tickets that are resolved or closed
   * @param active tickets that need work
   * @param share of all tickets counted here, 0 to 1
   * @param averageFirstResponseSeconds null if no ticket had a response
   * @param averageResolutionSeconds null if no ticket was resolved
   * @param averageSatisfaction 1 to 5; null if no ticket was rated
   * @param figures the same and more in detail
   */
  public record Line(
      UUID id,
      String name,
      long handled,
      long active,
      Map<Status, Long> byStatus,
      double share,
      @Nullable Double averageFirstResponseSeconds,
      @Nullable Double averageResolutionSeconds,
      @Nullable Double averageSatisfaction,
      WorkFigures figures) {}
}
