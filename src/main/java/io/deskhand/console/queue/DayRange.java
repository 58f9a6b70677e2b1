package io.deskhand.console.queue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as a search has them: {@code 2026-11-01}, {@code >2026-11-01} (from that day on),
 * {@code <2026-11-01} (before it), {@code >7d} (in the last seven days), {@code today}.
 */
final class DayRange {
  private static final Pattern DAYS = Pattern.compile("([<>]?)=?(\\d{1,4})d");
  private static final Pattern DATE = Pattern.compile("([<>]?)=?(\\d{4}-\\d{2}-\\d{2})");

  private final Clock clock;

  /** From the one (inclusive) to the other (exclusive); null: open. */
  record Range(@Nullable Instant from, @Nullable Instant to) {}

  /** {@code clock} says which day is today, and where it begins. */
  DayRange(Clock clock) {
    this.clock = clock;
  }

  Optional<Range> parse(String text) {
    if (text.equalsIgnoreCase("today")) {
      return Optional.of(new Range(start(LocalDate.now(clock)), null));
    }
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      LocalDate day = LocalDate.now(clock).minusDays(Long.parseLong(days.group(2)));
      return Optional.of(range(days.group(1).isEmpty() ? ">" : days.group(1), day));
    }
    Matcher date = DATE.matcher(text);
    return date.matches() ? day(date) : Optional.empty();
  }

  List<String> examples() {
    LocalDate monthStart = LocalDate.now(clock).withDayOfMonth(1);
    return List.of("today", ">7d", ">30d", ">" + monthStart, "<" + monthStart);
  }

  private Optional<Range> day(Matcher date) {
    try {
      return Optional.of(range(date.group(1), LocalDate.parse(date.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Range range(String sign, LocalDate day) {
    return switch (sign) {
      case ">" -> new Range(start(day), null);
      case "<" -> new Range(null, start(day));
      default -> new Range(start(day), start(day.plusDays(1)));
    };
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }
}
