package io.deskhand.model.sla;

import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one ticket's targets. It runs while the desk has to do something, stands while the
 * ticket is pending, and begins anew, for the resolution alone, when the ticket is reopened. Time
 * that was used stays used, as it was measured then, when another policy comes to fit the ticket.
 *
 * @param calendarId whose hours it counts; null: every hour
 * @param used working time since it began, without what goes by since {@code runningSince}
 * @param runningSince null while it stands
 * @param firstResponse over with the first answer, or with the end of the ticket
 * @param alertAt when the next alert is to go out if nothing happens before; null for never
 * @param reopened how often the ticket was reopened
 */
public record SlaClock(
    UUID ticketId,
    @Nullable UUID calendarId,
    Duration used,
    @Nullable Instant runningSince,
    SlaGoal firstResponse,
    SlaGoal resolution,
    @Nullable Instant alertAt,
    int reopened) {

  /** The clock of a new ticket. */
  public static SlaClock start(Ticket ticket, SlaPlan plan, Instant now) {
    return blank(ticket, plan).settle(ticket, plan.time(), now);
  }

  /** A clock that has not run yet. */
  static SlaClock blank(Ticket ticket, SlaPlan plan) {
    return new SlaClock(
        ticket.id(),
        plan.calendarId(),
        Duration.ZERO,
        null,
        SlaGoal.of(plan.firstResponse()),
        SlaGoal.of(plan.resolution()),
        null,
        0);
  }

  /** Whether the change from {@code before} to {@code after} is one for the clock. */
  public static boolean isMovedBy(Ticket before, Ticket after) {
    return runs(before) != runs(after)
        || before.status().isActive() != after.status().isActive()
        || (before.firstResponseAt() == null) != (after.firstResponseAt() == null)
        || isPlannedAnewBy(before, after);
  }

  /**
   * The clock after a change of its ticket.
   *
   * @param time of its calendar
   * @param plans what fits {@code after}; asked for only if the targets are to be set anew
   */
  public SlaClock next(
      Ticket before, Ticket after, BusinessTime time, Supplier<SlaPlan> plans, Instant now) {
    SlaClock clock = measured(time, now).revived(before, after);
    if (!isPlannedAnewBy(before, after)) {
      return clock.settle(after, time, now);
    }
    SlaPlan plan = plans.get();
    return clock.under(plan).settle(after, plan.time(), now);
  }

  /** The next deadline: of the first response until it is given, then of the resolution. */
  public @Nullable Instant dueAt() {
    if (!firstResponse.ended() && firstResponse.within() != null) {
      return firstResponse.dueAt();
    }
    return resolution.ended() ? null : resolution.dueAt();
  }

  /** A clock after its alerts went out. */
  public record Alerted(SlaClock clock, List<SlaAlert> alerts) {}

  /** What is to be told at {@code now}, by the {@code time} of its calendar. */
  public Alerted alert(BusinessTime time, Instant now) {
    Instant since = runningSince;
    if (since == null) {
      return new Alerted(this, List.of());
    }
    List<SlaAlert> alerts = new ArrayList<>();
    SlaGoal first = told(SlaTarget.FIRST_RESPONSE, firstResponse, time, since, now, alerts);
    SlaGoal last = told(SlaTarget.RESOLUTION, resolution, time, since, now, alerts);
    return new Alerted(with(used, since, first, last).alertSet(time), alerts);
  }

  private SlaGoal told(
      SlaTarget target,
      SlaGoal goal,
      BusinessTime time,
      Instant since,
      Instant now,
      List<SlaAlert> alerts) {
    SlaAlert.Kind kind = goal.news(time, used, since, now);
    Instant due = goal.dueAt();
    if (kind == null || due == null) {
      return goal;
    }
    alerts.add(new SlaAlert(ticketId, target, kind, reopened, due));
    return goal.told(kind);
  }

  private static boolean runs(Ticket ticket) {
    return ticket.status().isActive() && ticket.status() != Status.PENDING;
  }

  private static boolean isPlannedAnewBy(Ticket before, Ticket after) {
    return before.priority() != after.priority()
        || !Objects.equals(before.organizationId(), after.organizationId())
        || isReopenedBy(before, after);
  }

  private static boolean isReopenedBy(Ticket before, Ticket after) {
    return !before.status().isActive() && after.status() == Status.REOPENED;
  }

  private SlaClock measured(BusinessTime time, Instant now) {
    Duration more = runningSince == null ? Duration.ZERO : time.between(runningSince, now);
    return with(used.plus(more), null, firstResponse.measured(now), resolution.measured(now));
  }

  /** A bulk change that is taken back brings a ticket to life too, without reopening it. */
  private SlaClock revived(Ticket before, Ticket after) {
    if (before.status().isActive() || !after.status().isActive()) {
      return this;
    }
    if (isReopenedBy(before, after)) {
      return new SlaClock(
          ticketId,
          calendarId,
          Duration.ZERO,
          null,
          firstResponse.end(),
          resolution.again(),
          null,
          reopened + 1);
    }
    SlaGoal first = reopened == 0 ? firstResponse.goOn() : firstResponse;
    return with(used, null, first, resolution.goOn());
  }

  private SlaClock under(SlaPlan plan) {
    return new SlaClock(
        ticketId,
        plan.calendarId(),
        used,
        runningSince,
        firstResponse.within(plan.firstResponse()),
        resolution.within(plan.resolution()),
        alertAt,
        reopened);
  }

  private SlaClock settle(Ticket ticket, BusinessTime time, Instant now) {
    boolean active = ticket.status().isActive();
    boolean running = runs(ticket);
    boolean answered = ticket.firstResponseAt() != null || !active;
    SlaGoal first = answered ? firstResponse.end() : firstResponse;
    SlaGoal last = active ? resolution : resolution.end();
    return with(
            used,
            running ? now : null,
            first.due(time, used, running, now),
            last.due(time, used, running, now))
        .alertSet(time);
  }

  /** With the next alert worked out. */
  SlaClock alertSet(BusinessTime time) {
    Instant since = runningSince;
    Instant first = since == null ? null : firstResponse.newsAt(time, used, since);
    Instant last = since == null ? null : resolution.newsAt(time, used, since);
    boolean firstIsNext = first != null && (last == null || first.isBefore(last));
    Instant next = firstIsNext ? first : last;
    return new SlaClock(
        ticketId, calendarId, used, runningSince, firstResponse, resolution, next, reopened);
  }

  SlaClock with(
      Duration nowUsed, @Nullable Instant since, SlaGoal nowFirst, SlaGoal nowResolution) {
    return new SlaClock(
        ticketId, calendarId, nowUsed, since, nowFirst, nowResolution, alertAt, reopened);
  }
}
