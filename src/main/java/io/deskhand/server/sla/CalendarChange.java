package io.deskhand.server.sla;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.calendar.OpenHours;
import io.deskhand.protocol.CalendarRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes calendars; tickets follow with their own next change. */
final class CalendarChange implements SettingRoutes.Change<BusinessCalendar, CalendarRequest> {
  private static final int MOST_HOURS = 100;
  private static final int MOST_HOLIDAYS = 1_000;
  private static final Duration LEAST_A_WEEK = Duration.ofHours(1);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** A week in which hardly any clock is put forward or back. */
  private static final Instant SOME_MONDAY = Instant.parse("2026-06-15T00:00:00Z");

  private final Tx tx;
  private final Validation validation = new Validation();

  CalendarChange(Tx tx) {
    this.tx = tx;
  }

  @Override
  public BusinessCalendar create(CalendarRequest request) {
    BusinessCalendar calendar = calendar(tx.newId(), request, 1);
    check(calendar);
    tx.sla().insert(calendar);
    return calendar;
  }

  @Override
  public BusinessCalendar patch(UUID id, JsonNode patch) {
    BusinessCalendar before = find(id);
    CalendarRequest request = MergePatch.apply(asRequest(before), patch, CalendarRequest.class);
    BusinessCalendar after = calendar(id, request, before.version() + 1);
    check(after);
    tx.sla().update(after);
    return after;
  }

  private BusinessCalendar calendar(UUID id, CalendarRequest request, long version) {
    return new BusinessCalendar(
        id,
        requireNonNullElse(request.name(), "").strip(),
        requireNonNullElse(request.timeZone(), ""),
        hours(requireNonNullElse(request.hours(), List.of())),
        holidays(requireNonNullElse(request.holidays(), List.of())),
        version);
  }

  private static CalendarRequest asRequest(BusinessCalendar calendar) {
    return new CalendarRequest(
        calendar.name(),
        calendar.timeZone(),
        calendar.hours().stream()
            .map(one -> new CalendarRequest.Hours(one.day(), one.from(), one.to()))
            .toList(),
        calendar.holidays());
  }

  @Override
  public void delete(UUID id) {
    BusinessCalendar calendar = find(id);
    if (tx.sla().policies().stream().anyMatch(policy -> id.equals(policy.calendarId()))) {
      throw ProblemException.of(ErrorCode.CONFLICT, "A policy counts in this calendar");
    }
    tx.sla().deleteCalendar(calendar.id());
  }

  private BusinessCalendar find(UUID id) {
    return tx.sla().calendars().stream()
        .filter(calendar -> calendar.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("calendar"));
  }

  private List<OpenHours> hours(List<CalendarRequest.Hours> given) {
    validation.that(given.size() <= MOST_HOURS, "hours", "must be at most " + MOST_HOURS);
    return Stream.iterate(0, i -> i < given.size(), i -> i + 1)
        .flatMap(i -> stretch("hours[" + i + "]", given.get(i)))
        .toList();
  }

  private Stream<OpenHours> stretch(String field, CalendarRequest.@Nullable Hours given) {
    if (given == null || given.day() == null || given.from() == null || given.to() == null) {
      validation.that(false, field, "must have day, from and to");
      return Stream.empty();
    }
    OpenHours hours = new OpenHours(given.day(), given.from(), given.to());
    validation.that(hours.isSound(), field, "must be from HH:mm to a later HH:mm, up to 24:00");
    return hours.isSound() ? Stream.of(hours) : Stream.empty();
  }

  private List<String> holidays(List<String> given) {
    validation
        .that(given.size() <= MOST_HOLIDAYS, "holidays", "must be at most " + MOST_HOLIDAYS)
        .that(given.stream().allMatch(CalendarChange::isDate), "holidays", "must be dates");
    return given.stream().filter(CalendarChange::isDate).distinct().sorted().toList();
  }

  private static boolean isDate(@Nullable String text) {
    if (text == null || !DATE.matcher(text).matches()) {
      return false;
    }
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void check(BusinessCalendar calendar) {
    validation
        .required("name", calendar.name(), Limits.NAME)
        .that(
            ZoneId.getAvailableZoneIds().contains(calendar.timeZone()),
            "timeZone",
            "must be an IANA time zone")
        .that(!calendar.hours().isEmpty(), "hours", "is missing")
        .check();
    Duration week = BusinessTime.of(calendar.withoutHolidays()).between(SOME_MONDAY, nextWeek());
    new Validation()
        .that(week.compareTo(LEAST_A_WEEK) >= 0, "hours", "must be an hour a week at least")
        .check();
  }

  private static Instant nextWeek() {
    return SOME_MONDAY.plus(Duration.ofDays(7));
  }
}
