package io.deskhand.server.store;

import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaPolicy;
import java.time.Instant;
import java.util.UUID;

/** The same, to change; none of it is part of the synchronised data. */
public interface SlaWrites extends SlaReads {
  void insert(SlaPolicy policy);

  void update(SlaPolicy policy);

  void deletePolicy(UUID id);

  void insert(BusinessCalendar calendar);

  void update(BusinessCalendar calendar);

  /** Lists it no more; clocks that count its hours go on. */
  void deleteCalendar(UUID id);

  /** Starts the clock of a ticket that has none; the ticket must be there. */
  void start(SlaClock clock);

  void update(SlaClock clock);

  /** Ends the alerts about a ticket that was deleted. */
  void silence(UUID ticketId);

  /** Records that {@code alert} went out at {@code now}. */
  void record(SlaAlert alert, Instant now);
}
