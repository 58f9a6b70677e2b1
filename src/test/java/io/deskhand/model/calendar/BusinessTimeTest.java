package io.deskhand.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {
  private static final BusinessTime OFFICE = BusinessTime.of(office("UTC", "2026-12-25"));

  @Test
  void workGoesOnWithTheNextMorning() {
    // A Friday.
    Instant from = Instant.parse("2026-11-20T16:30:00Z");
    assertThat(OFFICE.plus(from, Duration.ofHours(1))).isEqualTo("2026-11-23T09:30:00Z");
    assertThat(OFFICE.plus(from, Duration.ofMinutes(30))).isEqualTo("2026-11-20T17:00:00Z");
    assertThat(OFFICE.plus(Instant.parse("2026-11-21T12:00:00Z"), Duration.ofHours(8)))
        .isEqualTo("2026-11-23T17:00:00Z");
  }

  @Test
  void workIsTakenBackToTheEveningBefore() {
    Instant from = Instant.parse("2026-11-23T09:30:00Z");
    assertThat(OFFICE.plus(from, Duration.ofHours(-1))).isEqualTo("2026-11-20T16:30:00Z");
  }

  @Test
  void aHolidayIsNoWork() {
    // A Friday that is Christmas.
    Instant eve = Instant.parse("2026-12-24T16:00:00Z");
    assertThat(OFFICE.plus(eve, Duration.ofHours(2))).isEqualTo("2026-12-28T10:00:00Z");
    assertThat(OFFICE.between(eve, Instant.parse("2026-12-28T10:00:00Z"))).hasHours(2);
  }

  @Test
  void hoursAreThoseOfTheClockOnTheWall() {
    BusinessTime berlin = BusinessTime.of(office("Europe/Berlin"));
    // The weekend of 2026-10-25 puts the clock back: 17:00 is 15:00Z before it, 16:00Z after it.
    Instant friday = Instant.parse("2026-10-23T14:00:00Z");
    assertThat(berlin.plus(friday, Duration.ofHours(2))).isEqualTo("2026-10-26T09:00:00Z");
  }

  @Test
  void aDayOfAllHoursHas23Or25OfThemWhenTheClockChanges() {
    BusinessTime berlin = BusinessTime.of(everyDay("Europe/Berlin", "00:00", "24:00"));
    assertThat(
            berlin.between(
                Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")))
        .hasHours(23);
    assertThat(
            berlin.between(
                Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")))
        .hasHours(25);
  }

  @Test
  void whatIsLeftOutOfADayIsNobodysWork() {
    BusinessTime berlin = BusinessTime.of(everyDay("Europe/Berlin", "02:00", "04:00"));
    assertThat(
            berlin.between(
                Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
        .hasHours(1);
    BusinessTime within = BusinessTime.of(everyDay("Europe/Berlin", "02:10", "02:50"));
    assertThat(
            within.between(
                Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
        .isZero();
    // Samoa had no 2011-12-30.
    BusinessTime apia = BusinessTime.of(everyDay("Pacific/Apia", "00:00", "24:00"));
    Instant before = Instant.parse("2011-12-29T10:00:00Z");
    Instant after = Instant.parse("2012-01-01T10:00:00Z");
    assertThat(apia.between(before, after)).hasHours(72);
  }

  @Test
  void stretchesThatOverlapCountOnce() {
    BusinessTime time =
        BusinessTime.of(
            calendar(
                "UTC",
                List.of(
                    new OpenHours(Weekday.MONDAY, "12:00", "16:00"),
                    new OpenHours(Weekday.MONDAY, "09:00", "13:00"),
                    new OpenHours(Weekday.MONDAY, "10:00", "11:00"))));
    assertThat(
            time.between(
                Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z")))
        .hasHours(7);
  }

  @Test
  void aCalendarWithoutHoursIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessTime.of(calendar("UTC", List.of())));
  }

  static BusinessCalendar office(String zone, String... holidays) {
    List<OpenHours> hours =
        Arrays.stream(Weekday.values())
            .limit(5)
            .map(day -> new OpenHours(day, "09:00", "17:00"))
            .toList();
    return new BusinessCalendar(new UUID(0, 1), "Office", zone, hours, List.of(holidays), 1);
  }

  private static BusinessCalendar everyDay(String zone, String from, String to) {
    return calendar(
        zone, Arrays.stream(Weekday.values()).map(day -> new OpenHours(day, from, to)).toList());
  }

  private static BusinessCalendar calendar(String zone, List<OpenHours> hours) {
    return new BusinessCalendar(new UUID(0, 1), "A calendar", zone, hours, List.of(), 1);
  }
}
