package io.deskhand.protocol;

import io.deskhand.model.calendar.BusinessCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/calendars. */
public record CalendarPage(
    List<BusinessCalendar> calendars, long total, @Nullable String nextCursor) {}
