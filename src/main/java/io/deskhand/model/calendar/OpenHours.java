package io.deskhand.model.calendar;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A stretch of one day on which the desk works.
 *
 * @param from the first minute, {@code HH:mm} from 00:00 on
 * @param to the minute after the last, {@code HH:mm} up to 24:00
 */
public record OpenHours(Weekday day, String from, String to) {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
  private static final String MIDNIGHT = "24:00";
  private static final int MINUTES_OF_DAY = 24 * 60;

  /** Whether both times are times, the second one later than the first. */
  public boolean isSound() {
    return TIME.matcher(from).matches() && TIME.matcher(to).matches() && begin() < end();
  }

  /** Minutes of the day at which it begins. */
  int begin() {
    return minutes(from);
  }

  /** Minutes of the day before which it ends. */
  int end() {
    return minutes(to);
  }

  private static int minutes(String time) {
    return time.equals(MIDNIGHT) ? MINUTES_OF_DAY : LocalTime.parse(time).toSecondOfDay() / 60;
  }
}
