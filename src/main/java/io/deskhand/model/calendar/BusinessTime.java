package io.deskhand.model.calendar;

import java.time.Duration;
import java.time.Instant;

/** Arithmetic with the time in which a desk works, to the millisecond. Immutable. */
public interface BusinessTime {
  /** Every moment counts. */
  BusinessTime ALWAYS = new EveryMoment();

  /**
   * The hours of {@code calendar}.
   *
   * @throws java.time.DateTimeException if its time zone, times or dates are none
   * @throws IllegalArgumentException if it has no hours at all
   */
  static BusinessTime of(BusinessCalendar calendar) {
    return new WeeklyHours(calendar);
  }

  /**
   * The first moment at which {@code working} time has gone by since {@code from}; for a negative
   * one the last moment from which that much goes by until {@code from}.
   */
  Instant plus(Instant from, Duration working);

  /**
   * The working time from {@code from}, included, to {@code to}, not included; negative where
   * {@code to} is the earlier one.
   */
  Duration between(Instant from, Instant to);
}
