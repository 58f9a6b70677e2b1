package io.deskhand.model.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hours of a week in the time of a place, without its holidays.
 *
 * <p>The clock on the wall decides. Where it is put forward, the hour that is left out is nobody's
 * working time; where it is put back, an end or begin within the hour that comes twice is meant the
 * first time. Both keep the order of the times, so that stretches never overlap.
 */
final class WeeklyHours implements BusinessTime {
  private final ZoneId zone;
  private final Map<DayOfWeek, List<Stretch>> week = new EnumMap<>(DayOfWeek.class);
  private final Set<LocalDate> daysOff;

  /** In minutes of a day, or in milliseconds of all time; the end is not included. */
  private record Stretch(long begin, long end) {
    long length() {
      return Math.max(0, end - begin);
    }

    Stretch within(long from, long to) {
      return new Stretch(Math.max(begin, from), Math.min(end, to));
    }
  }

  WeeklyHours(BusinessCalendar calendar) {
    this.zone = ZoneId.of(calendar.timeZone());
    this.daysOff = Set.copyOf(calendar.daysOff());
    for (Weekday weekday : Weekday.values()) {
      week.put(weekday.day(), merged(calendar.hours(), weekday));
    }
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a calendar without hours: " + calendar.name());
    }
  }

  private static List<Stretch> merged(List<OpenHours> hours, Weekday weekday) {
    List<Stretch> merged = new ArrayList<>();
    hours.stream()
        .filter(open -> open.day() == weekday)
        .map(open -> new Stretch(open.begin(), open.end()))
        .sorted(Comparator.comparingLong(Stretch::begin))
        .forEach(next -> append(merged, next));
    return List.copyOf(merged);
  }

  private static void append(List<Stretch> merged, Stretch next) {
    if (!merged.isEmpty() && next.begin() <= merged.getLast().end()) {
      Stretch last = merged.removeLast();
      merged.add(new Stretch(last.begin(), Math.max(last.end(), next.end())));
    } else {
      merged.add(next);
    }
  }

  @Override
  public Instant plus(Instant from, Duration working) {
    long millis = working.toMillis();
    if (millis == 0) {
      return from;
    }
    return millis > 0 ? forward(from, millis) : backward(from, -millis);
  }

  private Instant forward(Instant from, long millis) {
    long rest = millis;
    for (LocalDate day = dayBefore(from); ; day = day.plusDays(1)) {
      for (Stretch open : open(day)) {
        Stretch left = open.within(from.toEpochMilli(), Long.MAX_VALUE);
        if (left.length() >= rest) {
          return Instant.ofEpochMilli(left.begin() + rest);
        }
        rest -= left.length();
      }
    }
  }

  private Instant backward(Instant from, long millis) {
    long rest = millis;
    for (LocalDate day = dayAfter(from); ; day = day.minusDays(1)) {
      for (Stretch open : open(day).reversed()) {
        Stretch left = open.within(Long.MIN_VALUE, from.toEpochMilli());
        if (left.length() >= rest) {
          return Instant.ofEpochMilli(left.end() - rest);
        }
        rest -= left.length();
      }
    }
  }

  @Override
  public Duration between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    LocalDate last = dayAfter(to);
    long sum = 0;
    for (LocalDate day = dayBefore(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (Stretch open : open(day)) {
        sum += open.within(from.toEpochMilli(), to.toEpochMilli()).length();
      }
    }
    return Duration.ofMillis(sum);
  }

  private List<Stretch> open(LocalDate day) {
    if (daysOff.contains(day)) {
      return List.of();
    }
    return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
        .map(open -> new Stretch(millis(day, open.begin()), millis(day, open.end())))
        .toList();
  }

  private long millis(LocalDate day, long minutes) {
    LocalDateTime time = day.atStartOfDay().plusMinutes(minutes);
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change != null && change.isGap()) {
      return change.getInstant().toEpochMilli();
    }
    ZoneOffset first = zone.getRules().getValidOffsets(time).getFirst();
    return time.toInstant(first).toEpochMilli();
  }

  /** A day early, as a clock that is put back at midnight goes back to the day before. */
  private LocalDate dayBefore(Instant time) {
    return LocalDate.ofInstant(time, zone).minusDays(1);
  }

  private LocalDate dayAfter(Instant time) {
    return LocalDate.ofInstant(time, zone).plusDays(1);
  }
}
