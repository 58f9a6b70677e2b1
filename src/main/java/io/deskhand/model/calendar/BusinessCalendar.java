package io.deskhand.model.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When a desk works: its hours on each day of the week, in the time of one place, and the days on
 * which it does not work at all.
 *
 * @param timeZone an IANA name ({@code Europe/Berlin})
 * @param hours in any order; stretches of one day may touch and overlap
 * @param holidays dates ({@code 2026-12-25}) in that time zone
 */
public record BusinessCalendar(
    UUID id,
    String name,
    String timeZone,
    List<OpenHours> hours,
    List<String> holidays,
    long version) {
  public BusinessCalendar {
    hours = List.copyOf(hours);
    holidays = List.copyOf(holidays);
  }

  /** The same with work on every day of its week. */
  public BusinessCalendar withoutHolidays() {
    return new BusinessCalendar(id, name, timeZone, hours, List.of(), version);
  }

  /** The days without work. */
  List<LocalDate> daysOff() {
    return holidays.stream().map(LocalDate::parse).toList();
  }
}
