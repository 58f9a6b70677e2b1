package io.deskhand.server.store;

import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaGoal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ticket's clock as a row. */
final class ClockRows {
  private static final String RESPONSE = "response";
  private static final String RESOLUTION = "resolution";

  static final Table<SlaClock> TABLE =
      goal(
              RESOLUTION,
              SlaClock::resolution,
              goal(
                  RESPONSE,
                  SlaClock::firstResponse,
                  Table.<SlaClock>named("ticket_clocks")
                      .id("ticket_id", SlaClock::ticketId)
                      .id("calendar_id", SlaClock::calendarId)
                      .bigNumber("used_millis", clock -> clock.used().toMillis())
                      .time("running_since", SlaClock::runningSince)))
          .time("alert_at", SlaClock::alertAt)
          .number("reopened", SlaClock::reopened)
          .build();

  private ClockRows() {}

  private static Table.Builder<SlaClock> goal(
      String name, Function<SlaClock, SlaGoal> goal, Table.Builder<SlaClock> table) {
    return table
        .numberOrNull(name + "_millis", clock -> millis(goal.apply(clock).within()))
        .time(name + "_due_at", clock -> goal.apply(clock).dueAt())
        .flag(name + "_ended", clock -> goal.apply(clock).ended())
        .flag(name + "_late", clock -> goal.apply(clock).late())
        .nameOrNull(name + "_told", clock -> goal.apply(clock).told());
  }

  static SlaClock read(Row row) throws SQLException {
    return new SlaClock(
        row.id("ticket_id"),
        row.idOrNull("calendar_id"),
        Duration.ofMillis(row.bigNumber("used_millis")),
        row.timeOrNull("running_since"),
        goal(row, RESPONSE),
        goal(row, RESOLUTION),
        row.timeOrNull("alert_at"),
        row.number("reopened"));
  }

  static SlaStanding standing(Row row) throws SQLException {
    return new SlaStanding(
        row.id("ticket_id"),
        goal(row, RESPONSE).mark(),
        goal(row, RESOLUTION).mark(),
        row.number("reopened"));
  }

  private static SlaGoal goal(Row row, String name) throws SQLException {
    Long millis = row.bigNumberOrNull(name + "_millis");
    return new SlaGoal(
        millis == null ? null : Duration.ofMillis(millis),
        row.timeOrNull(name + "_due_at"),
        row.flag(name + "_ended"),
        row.flag(name + "_late"),
        row.nameOrNull(name + "_told", SlaAlert.Kind.class));
  }

  private static @Nullable Long millis(@Nullable Duration within) {
    return within == null ? null : within.toMillis();
  }
}
