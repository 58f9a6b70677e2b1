package io.deskhand.protocol;

import io.deskhand.model.Priority;
import io.deskhand.model.sla.SlaTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/stats/sla: how many tickets met their targets. A target is missed once
 * a deadline has passed, even if the ticket was reopened since and has another one.
 *
 * @param targets first response, then resolution
 */
public record SlaStats(List<Line> targets) {
  /**
   * One target.
   *
   * @param byPriority most urgent first; priorities without such tickets are left out
   */
  public record Line(SlaTarget target, Counts all, List<PriorityLine> byPriority) {}

  /** One target of the tickets with one priority, as they have it now. */
  public record PriorityLine(Priority priority, Counts counts) {}

  /**
   * How many tickets with that target there are.
   *
   * @param open neither met nor missed yet
   * @param share met of those that are met or missed, 0 to 1; null without any
   */
  public record Counts(long met, long missed, long open, @Nullable Double share) {}
}
