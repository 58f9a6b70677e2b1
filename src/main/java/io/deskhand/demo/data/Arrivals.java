package io.deskhand.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When tickets come in: more by day than by night, more on Mondays than on Sundays, and more this
 * month than a year ago.
 */
final class Arrivals {
  /** How busy each hour of the day is (UTC; the customers are mostly in Europe). */
  private static final int[] BY_HOUR = {
    3, 2, 2, 2, 3, 6, 14, 30, 52, 60, 58, 52, 46, 50, 54, 52, 46, 38, 30, 26, 22, 16, 10, 5
  };

  /** How busy each day of the week is, Monday first. */
  private static final int[] BY_DAY = {118, 110, 104, 102, 96, 48, 38};

  private static final int HOURS = 365 * 24;
  private static final Duration QUIET = Duration.ofMinutes(4);

  private Arrivals() {}

  /** {@code count} times within the year before {@code now}, in ascending order. */
  static List<Instant> spread(int count, Instant now, RandomGenerator random) {
    Instant end = now.minus(QUIET);
    Instant start = end.minus(HOURS, ChronoUnit.HOURS);
    double[] until = new double[HOURS];
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += weight(start.plus(hour, ChronoUnit.HOURS), hour);
      until[hour] = sum;
    }
    List<Instant> times = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      times.add(at((i + random.nextDouble()) / count * sum, until, start));
    }
    return times;
  }

  private static Instant at(double mark, double[] until, Instant start) {
    int found = Arrays.binarySearch(until, mark);
    int hour = Math.min(found < 0 ? -found - 1 : found, HOURS - 1);
    double before = hour == 0 ? 0 : until[hour - 1];
    double part = (mark - before) / (until[hour] - before);
    return start
        .plus(hour, ChronoUnit.HOURS)
        .plusMillis((long) (Math.min(part, 0.999_999) * 3_600_000));
  }

  private static double weight(Instant time, int hour) {
    ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
    double growth = 0.75 + 0.5 * hour / HOURS;
    return growth * BY_HOUR[utc.getHour()] * BY_DAY[utc.getDayOfWeek().getValue() - 1];
  }
}
