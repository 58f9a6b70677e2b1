package io.deskhand.model.calendar;

import io.deskhand.model.WireEnum;
import java.time.DayOfWeek;

/** A day of the week, as the wire names it. */
public enum Weekday implements WireEnum {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  /** The same day in java.time. */
  public DayOfWeek day() {
    return DayOfWeek.valueOf(name());
  }
}
