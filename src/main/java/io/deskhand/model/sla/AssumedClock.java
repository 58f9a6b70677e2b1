package io.deskhand.model.sla;

import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a ticket that came without one: out of an import, or from before there were clocks.
 * What is known counts: its deadline stays, and so what it has used is what leads there; pauses are
 * not known, and what was resolved is judged from its creation. Nobody is alerted of what was near
 * or past before.
 */
public final class AssumedClock {
  private AssumedClock() {}

  /** The clock at {@code now}; an active ticket without a deadline has no targets. */
  public static SlaClock of(Ticket ticket, SlaPlan plan, Instant now) {
    if (ticket.status().isActive() && ticket.status() != Status.PENDING) {
      Instant due = ticket.dueAt();
      return due == null
          ? SlaClock.start(ticket, SlaPlan.NONE, now)
          : running(ticket, plan, due, now);
    }
    return standing(ticket, plan);
  }

  private static SlaClock standing(Ticket ticket, SlaPlan plan) {
    SlaClock blank = SlaClock.blank(ticket, plan);
    Instant end = ticket.resolvedAt() != null ? ticket.resolvedAt() : ticket.closedAt();
    SlaGoal last =
        ticket.status().isActive()
            ? blank.resolution()
            : SlaGoal.past(blank.resolution(), plan.time(), ticket.createdAt(), end);
    return blank.with(Duration.ZERO, null, firstResponse(ticket, blank, plan.time(), end), last);
  }

  private static SlaClock running(Ticket ticket, SlaPlan plan, Instant due, Instant now) {
    SlaClock blank = SlaClock.blank(ticket, plan);
    BusinessTime time = plan.time();
    SlaGoal first = firstResponse(ticket, blank, time, null);
    SlaGoal last = blank.resolution();
    boolean toAnswer = !first.ended() && first.within() != null;
    Duration within = toAnswer ? first.within() : last.within();
    Duration used = within == null ? Duration.ZERO : within.minus(time.between(now, due));
    SlaGoal firstDue = toAnswer ? first.dueAt(due) : first;
    SlaGoal lastDue =
        toAnswer || within == null ? last.due(time, used, true, now) : last.dueAt(due);
    return blank
        .with(used, now, told(firstDue, time, used, now), told(lastDue, time, used, now))
        .alertSet(time);
  }

  private static SlaGoal firstResponse(
      Ticket ticket, SlaClock blank, BusinessTime time, @Nullable Instant end) {
    Instant answered = ticket.firstResponseAt() != null ? ticket.firstResponseAt() : end;
    boolean ended = answered != null || !ticket.status().isActive();
    return ended
        ? SlaGoal.past(blank.firstResponse(), time, ticket.createdAt(), answered)
        : blank.firstResponse();
  }

  private static SlaGoal told(SlaGoal goal, BusinessTime time, Duration used, Instant now) {
    SlaAlert.Kind kind = goal.news(time, used, now, now);
    return kind == null ? goal : goal.told(kind);
  }
}
