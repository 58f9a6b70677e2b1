package io.deskhand.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Times and days as the wire has them: RFC 3339, whose years have four digits. */
public final class WireTime {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private WireTime() {}

  /**
   * {@code text} as a time, in whole milliseconds.
   *
   * @throws DateTimeException if it is none, or not in the years 1 to 9999
   */
  public static Instant parse(String text) {
    return inRange(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, OffsetDateTime::from))
        .toInstant()
        .truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * {@code text} as a day.
   *
   * @throws DateTimeException if it is none, or not in the years 1 to 9999
   */
  public static LocalDate parseDay(String text) {
    return inRange(LocalDate.parse(text));
  }

  private static <T extends TemporalAccessor> T inRange(T value) {
    int year = value.get(ChronoField.YEAR);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("the year has not four digits: " + year);
    }
    return value;
  }
}
