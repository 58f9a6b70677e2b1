package io.deskhand.protocol;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Times and days as the wire has them: RFC 3339, whose years have four digits. */
public final class WireTime {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  /** What this program writes itself, and so nearly all that is ever read. */
  private static final String USUAL = "0000-00-00T00:00:00.000Z";

  private static final long DAY_SECONDS = 86_400;
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private WireTime() {}

  /**
   * {@code text} as a time, in whole milliseconds.
   *
   * @throws DateTimeException if it is none, or not in the years 1 to 9999
   */
  public static Instant parse(String text) {
    if (isUsual(text)) {
      return usual(text);
    }
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

  /** {@code time} as the wire has it: in UTC, with milliseconds. */
  static String format(Instant time) {
    long days = Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
    LocalDate day = LocalDate.ofEpochDay(days);
    int millis = (int) (time.toEpochMilli() - days * 1_000 * DAY_SECONDS);
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
      return MILLIS.format(time);
    }
    byte[] text = USUAL.getBytes(StandardCharsets.ISO_8859_1);
    digits(text, 0, 4, day.getYear());
    digits(text, 5, 2, day.getMonthValue());
    digits(text, 8, 2, day.getDayOfMonth());
    digits(text, 11, 2, millis / 3_600_000);
    digits(text, 14, 2, millis / 60_000 % 60);
    digits(text, 17, 2, millis / 1_000 % 60);
    digits(text, 20, 3, millis % 1_000);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void digits(byte[] text, int from, int count, int number) {
    int rest = number;
    for (int at = from + count - 1; at >= from; at--) {
      text[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int at = 0; at < USUAL.length(); at++) {
      char wanted = USUAL.charAt(at);
      char found = text.charAt(at);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    LocalDate day =
        inRange(LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2)));
    return day.atTime(
            number(text, 11, 2),
            number(text, 14, 2),
            number(text, 17, 2),
            number(text, 20, 3) * NANOS_OF_MILLI)
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int count) {
    int number = 0;
    for (int at = from; at < from + count; at++) {
      number = 10 * number + text.charAt(at) - '0';
    }
    return number;
  }

  private static <T extends TemporalAccessor> T inRange(T value) {
    int year = value.get(ChronoField.YEAR);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("the year has not four digits: " + year);
    }
    return value;
  }
}
