package io.deskhand.model.sla;

import io.deskhand.model.calendar.BusinessTime;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a policy means for one ticket.
 *
 * @param calendarId whose hours {@code time} counts; null: every hour
 * @param firstResponse null for no target
 * @param resolution null for no target
 */
public record SlaPlan(
    @Nullable UUID calendarId,
    BusinessTime time,
    @Nullable Duration firstResponse,
    @Nullable Duration resolution) {

  /** No targets at all. */
  public static final SlaPlan NONE = new SlaPlan(null, BusinessTime.ALWAYS, null, null);

  /** The plan by {@code policy}, whose calendar's hours {@code time} counts. */
  public static SlaPlan of(SlaPolicy policy, BusinessTime time) {
    return new SlaPlan(
        policy.calendarId(),
        time,
        minutes(policy.firstResponseMinutes()),
        minutes(policy.resolutionMinutes()));
  }

  private static @Nullable Duration minutes(@Nullable Integer minutes) {
    return minutes == null ? null : Duration.ofMinutes(minutes);
  }
}
