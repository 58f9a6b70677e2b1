package io.deskhand.model.sla;

import io.deskhand.model.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one target of a ticket stands.
 *
 * @param within the working time that there is for it; null for no target
 * @param dueAt the deadline; null without a target and while the clock stands; stays once it ended
 * @param ended whether the answer was given, or the ticket resolved
 * @param late whether a deadline was missed, this time or before the ticket was reopened
 * @param told the last alert about this deadline; null for none
 */
public record SlaGoal(
    @Nullable Duration within,
    @Nullable Instant dueAt,
    boolean ended,
    boolean late,
    SlaAlert.@Nullable Kind told) {
  private static final int WARNED_AFTER_PERCENT = 80;

  /** How it stands by what was measured so far. */
  public SlaMark mark() {
    if (within == null) {
      return SlaMark.NO_TARGET;
    }
    return late ? SlaMark.MISSED : ended ? SlaMark.MET : SlaMark.OPEN;
  }

  static SlaGoal of(@Nullable Duration within) {
    return new SlaGoal(within, null, false, false, null);
  }

  /** A goal that was reached, or missed, before anybody kept its clock. */
  static SlaGoal past(SlaGoal goal, BusinessTime time, Instant begin, @Nullable Instant end) {
    Duration within = goal.within();
    Instant due = within == null ? null : time.plus(begin, within);
    boolean late = due != null && end != null && end.isAfter(due);
    return new SlaGoal(within, due, true, late, null);
  }

  /** With the time that is left, counted from {@code now}; standing if {@code running} is false. */
  SlaGoal due(BusinessTime time, Duration used, boolean running, Instant now) {
    if (ended) {
      return this;
    }
    Instant due = within == null || !running ? null : time.plus(now, within.minus(used));
    return new SlaGoal(within, due, false, late, told);
  }

  /** With a deadline that is known. */
  SlaGoal dueAt(Instant known) {
    return new SlaGoal(within, known, ended, late, told);
  }

  SlaGoal measured(Instant now) {
    return isMissed(now) ? new SlaGoal(within, dueAt, ended, true, told) : this;
  }

  SlaGoal end() {
    return ended ? this : new SlaGoal(within, dueAt, true, late, told);
  }

  /** Begun again after it ended, with the same time. */
  SlaGoal again() {
    return new SlaGoal(within, null, false, late, null);
  }

  /** Going on as if it had not ended. */
  SlaGoal goOn() {
    return new SlaGoal(within, dueAt, false, late, told);
  }

  SlaGoal within(@Nullable Duration other) {
    return ended ? this : new SlaGoal(other, null, false, late, told);
  }

  /** What is to be told at {@code now}; null for nothing new. */
  SlaAlert.@Nullable Kind news(BusinessTime time, Duration used, Instant since, Instant now) {
    Instant at = newsAt(time, used, since);
    if (at == null || at.isAfter(now)) {
      return null;
    }
    return isMissed(now) ? SlaAlert.Kind.BREACHED : SlaAlert.Kind.DUE_SOON;
  }

  SlaGoal told(SlaAlert.Kind kind) {
    return new SlaGoal(within, dueAt, ended, late || kind == SlaAlert.Kind.BREACHED, kind);
  }

  /** When the next alert is, if nothing happens before; null for never. */
  @Nullable Instant newsAt(BusinessTime time, Duration used, Instant since) {
    if (ended || within == null || dueAt == null || told == SlaAlert.Kind.BREACHED) {
      return null;
    }
    if (told == SlaAlert.Kind.DUE_SOON) {
      return dueAt.plusMillis(1);
    }
    Duration most = within.multipliedBy(WARNED_AFTER_PERCENT).dividedBy(100);
    Instant warning = time.plus(since, most.minus(used));
    return warning.isBefore(since) ? since : warning;
  }

  private boolean isMissed(Instant now) {
    return !ended && dueAt != null && now.isAfter(dueAt);
  }
}
