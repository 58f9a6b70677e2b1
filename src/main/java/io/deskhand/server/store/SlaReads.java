package io.deskhand.server.store;

import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tickets' deadlines come from, and how they stand. */
public interface SlaReads {
  /** All policies, by name. */
  List<SlaPolicy> policies();

  /** All calendars but the deleted ones, by name. */
  List<BusinessCalendar> calendars();

  /** A calendar, a deleted one too. */
  Optional<BusinessCalendar> calendar(UUID id);

  /** The hours of a calendar, of a deleted one too. */
  BusinessTime hours(UUID calendarId);

  /** The clock of a ticket; empty where none was started yet. */
  Optional<SlaClock> clock(UUID ticketId);

  /** The first {@code limit} clocks that have something to tell until {@code until}. */
  List<SlaClock> withNews(Instant until, int limit);

  /** How the targets of some tickets stand; those without a clock are left out. */
  List<SlaStanding> standings(Collection<UUID> ticketIds);

  /** The {@code limit} standings after the ticket {@code after}, by id; null: the first ones. */
  List<SlaStanding> standings(@Nullable UUID after, int limit);

  /** The alerts about a ticket, by deadline. */
  List<SlaAlert> alerts(UUID ticketId);
}
