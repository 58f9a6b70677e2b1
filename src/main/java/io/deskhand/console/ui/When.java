package io.deskhand.console.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as a person reads them, in the clock's zone and the machine's locale. Immutable. */
public final class When {
  private static final Texts TEXTS = Texts.of(When.class);
  private static final Duration JUST_NOW = Duration.ofMinutes(1);
  private static final int DAYS_BY_NAME = 7;

  private final Clock clock;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.getDefault());
  private final DateTimeFormatter exact =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.getDefault());
  private final DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE", Locale.getDefault());
  private final DateTimeFormatter dayMonth =
      DateTimeFormatter.ofPattern("d MMM", Locale.getDefault());
  private final DateTimeFormatter dayMonthYear =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.getDefault());
  private final DateTimeFormatter full =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT);

  public When(Clock clock) {
    this.clock = clock;
  }

  /** As short as it can be: now, 4m, 3h, Tue, 12 Oct, 12 Oct 2025. */
  public String ago(Instant moment) {
    Duration age = Duration.between(moment, clock.instant());
    if (age.compareTo(JUST_NOW) < 0) {
      return TEXTS.of("when.now");
    }
    if (age.toHours() < 1) {
      return TEXTS.of("when.minutes", age.toMinutes());
    }
    if (age.toDays() < 1) {
      return TEXTS.of("when.hours", age.toHours());
    }
    ZonedDateTime then = moment.atZone(clock.getZone());
    return age.toDays() < DAYS_BY_NAME ? weekday.format(then) : date(then);
  }

  /** The day: Today, Yesterday, Tue 12 Oct… for separators in a conversation. */
  public String day(Instant moment) {
    ZonedDateTime then = moment.atZone(clock.getZone());
    LocalDate today = LocalDate.now(clock);
    if (then.toLocalDate().equals(today)) {
      return TEXTS.of("when.today");
    }
    if (then.toLocalDate().equals(today.minusDays(1))) {
      return TEXTS.of("when.yesterday");
    }
    return weekday.format(then) + " " + date(then);
  }

  /** The day that it is now, as {@link #day} names it. */
  public String today() {
    return day(clock.instant());
  }

  /** Hours and minutes: 14:02. */
  public String time(Instant moment) {
    return time.format(moment.atZone(clock.getZone()));
  }

  /** Hours, minutes and seconds: 14:02:31. */
  public String exactTime(Instant moment) {
    return exact.format(moment.atZone(clock.getZone()));
  }

  /** Everything, for a tooltip. */
  public String full(Instant moment) {
    return full.format(moment.atZone(clock.getZone()));
  }

  private String date(ZonedDateTime then) {
    boolean thisYear = then.getYear() == LocalDate.now(clock).getYear();
    return (thisYear ? dayMonth : dayMonthYear).format(then);
  }
}
