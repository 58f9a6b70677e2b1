package io.deskhand.protocol;

import io.deskhand.model.calendar.Weekday;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/calendars, and of PATCH, where what is left out stays and what is null
 * is cleared.
 *
 * @param timeZone an IANA name
 * @param holidays dates; null when it is made: none
 */
public record CalendarRequest(
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable List<Hours> hours,
    @Nullable List<String> holidays) {

  /** A stretch of one day, {@code HH:mm} to {@code HH:mm}. */
  public record Hours(@Nullable Weekday day, @Nullable String from, @Nullable String to) {}
}
