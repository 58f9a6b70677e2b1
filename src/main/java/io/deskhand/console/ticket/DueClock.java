package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long there is until the ticket's next deadline.
 *
 * @param text in a few words
 * @param level how near it is
 */
record DueClock(String text, Level level) {
  private static final Duration SOON = Duration.ofMinutes(30);
  private static final long HOURS_ONLY = 8;
  private static final long DAYS_FROM = 48;

  /** How near a deadline is. */
  enum Level {
    CALM,
    SOON,
    LATE
  }

  /** Null where there is no deadline, or it does not count any more. */
  static @Nullable DueClock of(@Nullable Ticket ticket, Instant now, Texts texts) {
    if (ticket == null || ticket.dueAt() == null || !ticket.status().isActive()) {
      return null;
    }
    Duration left = Duration.between(now, ticket.dueAt());
    if (left.isNegative()) {
      return new DueClock(texts.of("due.late", words(left.abs(), texts)), Level.LATE);
    }
    Level level = left.compareTo(SOON) <= 0 ? Level.SOON : Level.CALM;
    return new DueClock(texts.of("due.in", words(left, texts)), level);
  }

  private static String words(Duration length, Texts texts) {
    if (length.toHours() < 1) {
      return texts.of("due.minutes", length.toMinutes());
    }
    if (length.toHours() >= DAYS_FROM) {
      return texts.of("due.days", length.toDays());
    }
    return length.toHours() >= HOURS_ONLY
        ? texts.of("due.hours", length.toHours())
        : texts.of("due.hoursMinutes", length.toHours(), length.toMinutesPart());
  }
}
