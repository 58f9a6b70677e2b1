package io.deskhand.server.store;

import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.calendar.OpenHours;
import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.model.sla.SlaTarget;
import java.sql.SQLException;

/** Policies and calendars as rows. */
final class SlaRows {
  static final Table<SlaPolicy> POLICIES =
      Table.<SlaPolicy>named("sla_policies")
          .id("id", SlaPolicy::id)
          .text("name", SlaPolicy::name)
          .nameOrNull("priority", SlaPolicy::priority)
          .nameOrNull("organization_tier", SlaPolicy::organizationTier)
          .text("subscription_status", SlaPolicy::subscriptionStatus)
          .numberOrNull("first_response_minutes", SlaPolicy::firstResponseMinutes)
          .numberOrNull("resolution_minutes", SlaPolicy::resolutionMinutes)
          .id("calendar_id", SlaPolicy::calendarId)
          .flag("enabled", SlaPolicy::enabled)
          .bigNumber("version", SlaPolicy::version)
          .build();

  static final Table<BusinessCalendar> CALENDARS =
      Table.<BusinessCalendar>named("calendars")
          .id("id", BusinessCalendar::id)
          .text("name", BusinessCalendar::name)
          .text("time_zone", BusinessCalendar::timeZone)
          .json("hours", BusinessCalendar::hours)
          .json("holidays", BusinessCalendar::holidays)
          .bigNumber("version", BusinessCalendar::version)
          .build();

  private SlaRows() {}

  static SlaPolicy policy(Row row) throws SQLException {
    return new SlaPolicy(
        row.id("id"),
        row.text("name"),
        row.nameOrNull("priority", Priority.class),
        row.nameOrNull("organization_tier", OrganizationTier.class),
        row.textOrNull("subscription_status"),
        row.numberOrNull("first_response_minutes"),
        row.numberOrNull("resolution_minutes"),
        row.idOrNull("calendar_id"),
        row.flag("enabled"),
        row.bigNumber("version"));
  }

  static BusinessCalendar calendar(Row row) throws SQLException {
    return new BusinessCalendar(
        row.id("id"),
        row.text("name"),
        row.text("time_zone"),
        row.list("hours", OpenHours[].class),
        row.list("holidays", String[].class),
        row.bigNumber("version"));
  }

  static SlaAlert alert(Row row) throws SQLException {
    return new SlaAlert(
        row.id("ticket_id"),
        row.name("target", SlaTarget.class),
        row.name("kind", SlaAlert.Kind.class),
        row.number("cycle"),
        row.time("due_at"));
  }
}
