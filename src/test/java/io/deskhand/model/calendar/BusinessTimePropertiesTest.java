package io.deskhand.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every calendar, in zones that put their clocks forward and back: tried on
 * calendars made from seeds, which a failure names.
 */
class BusinessTimePropertiesTest {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Cairo");
  private static final long YEAR_BEGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();
  private static final long LONGEST_MILLIS = Duration.ofDays(20).toMillis();
  private static final int TRIES = 300;

  @Test
  void addingAndMeasuringAreInverse() {
    forAll(
        TRIES,
        (calendar, random) -> {
          BusinessTime time = BusinessTime.of(calendar);
          Instant from = moment(random);
          Duration working = working(random);
          assertThat(time.between(from, time.plus(from, working))).isEqualTo(working);
          assertThat(time.between(time.plus(from, working.negated()), from)).isEqualTo(working);
        });
  }

  @Test
  void takingBackFromAMomentAtWorkUndoesAdding() {
    forAll(
        TRIES,
        (calendar, random) -> {
          BusinessTime time = BusinessTime.of(calendar);
          Duration working = working(random).plusMillis(1);
          Instant atWork = time.plus(moment(random), Duration.ofMillis(1));
          Instant later = time.plus(atWork, working);
          assertThat(time.plus(time.plus(later, working.negated()), working)).isEqualTo(later);
        });
  }

  @Test
  void laterBeginsAndLongerWorkNeverEndEarlier() {
    forAll(
        TRIES,
        (calendar, random) -> {
          BusinessTime time = BusinessTime.of(calendar);
          Instant from = moment(random);
          Duration working = working(random);
          Duration extra = working(random);
          Instant end = time.plus(from, working);
          assertThat(time.plus(from.plus(extra), working)).isAfterOrEqualTo(end);
          assertThat(time.plus(from, working.plus(extra))).isAfterOrEqualTo(end);
          assertThat(time.plus(end, extra)).isEqualTo(time.plus(from, working.plus(extra)));
        });
  }

  @Test
  void partsAddUpAndTurnRound() {
    forAll(
        TRIES,
        (calendar, random) -> {
          BusinessTime time = BusinessTime.of(calendar);
          Instant a = moment(random);
          Instant b = moment(random);
          Instant c = moment(random);
          assertThat(time.between(a, b).plus(time.between(b, c))).isEqualTo(time.between(a, c));
          assertThat(time.between(b, a)).isEqualTo(time.between(a, b).negated());
        });
  }

  @Test
  void aWeekHasTheMinutesThatTheClockOnTheWallShows() {
    forAll(
        60,
        (calendar, random) -> {
          ZoneId zone = ZoneId.of(calendar.timeZone());
          Instant begin = Instant.ofEpochSecond(moment(random).getEpochSecond() / 60 * 60);
          long open =
              IntStream.range(0, 7 * 24 * 60)
                  .mapToObj(minute -> begin.plus(Duration.ofMinutes(minute)))
                  .filter(minute -> isOpen(calendar, LocalDateTime.ofInstant(minute, zone)))
                  .count();
          Instant end = begin.plus(Duration.ofDays(7));
          assertThat(BusinessTime.of(calendar).between(begin, end)).hasMinutes(open);
        });
  }

  private static boolean isOpen(BusinessCalendar calendar, LocalDateTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    return !calendar.holidays().contains(time.toLocalDate().toString())
        && calendar.hours().stream()
            .filter(open -> open.day().day() == time.getDayOfWeek())
            .anyMatch(open -> open.begin() <= minute && minute < open.end());
  }

  private static void forAll(int tries, BiConsumer<BusinessCalendar, SplittableRandom> property) {
    for (int seed = 0; seed < tries; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      BusinessCalendar calendar = calendar(random);
      try {
        property.accept(calendar, random);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", " + calendar, e);
      }
    }
  }

  private static Instant moment(SplittableRandom random) {
    return Instant.ofEpochMilli(YEAR_BEGIN + random.nextLong(YEAR_MILLIS));
  }

  /** None at all every tenth time. */
  private static Duration working(SplittableRandom random) {
    return Duration.ofMillis(random.nextInt(10) == 0 ? 0 : random.nextLong(LONGEST_MILLIS));
  }

  private static BusinessCalendar calendar(SplittableRandom random) {
    List<OpenHours> hours =
        random.ints(random.nextInt(1, 9)).mapToObj(any -> hours(random)).toList();
    List<String> holidays =
        random
            .ints(random.nextInt(20), 0, 365)
            .mapToObj(day -> LocalDate.of(2026, 1, 1).plusDays(day).toString())
            .toList();
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    return new BusinessCalendar(new UUID(0, 1), "Any", zone, hours, holidays, 1);
  }

  /** Neither end is in the small hours, in which clocks are changed. */
  private static OpenHours hours(SplittableRandom random) {
    Weekday day = Weekday.values()[random.nextInt(7)];
    int begin = random.nextInt(4 * 60, 23 * 60);
    int end = Math.min(begin + random.nextInt(15, 12 * 60), 24 * 60);
    return new OpenHours(day, text(begin), text(end));
  }

  private static String text(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
