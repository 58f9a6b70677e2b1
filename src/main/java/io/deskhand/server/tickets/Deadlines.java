package io.deskhand.server.tickets;

import io.deskhand.model.Ticket;
import io.deskhand.model.sla.AssumedClock;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.server.store.SlaPlans;
import io.deskhand.server.store.Tx;
import java.util.Optional;

/** Keeps the tickets' deadlines true. */
final class Deadlines {
  private final Tx tx;
  private final SlaPlans plans;

  Deadlines(Tx tx) {
    this.tx = tx;
    this.plans = new SlaPlans(tx);
  }

  /** Inserts a new ticket with its first deadline, and starts its clock. */
  Ticket insert(Ticket ticket) {
    SlaClock clock = SlaClock.start(ticket, plans.of(ticket), tx.now());
    Ticket due = ticket.toBuilder().dueAt(clock.dueAt()).build();
    tx.tickets().insert(due);
    tx.sla().start(clock);
    return due;
  }

  /** Saves {@code wanted} in place of {@code before}, with the deadline that it has then. */
  Ticket update(Ticket before, Ticket wanted) {
    if (!SlaClock.isMovedBy(before, wanted)) {
      Ticket same = wanted.toBuilder().dueAt(before.dueAt()).build();
      tx.tickets().update(before, same);
      return same;
    }
    Optional<SlaClock> known = tx.sla().clock(before.id());
    SlaClock clock = known.orElseGet(() -> AssumedClock.of(before, plans.of(before), tx.now()));
    SlaClock next =
        clock.next(
            before, wanted, plans.time(clock.calendarId()), () -> plans.of(wanted), tx.now());
    Ticket after = wanted.toBuilder().dueAt(next.dueAt()).build();
    tx.tickets().update(before, after);
    if (known.isPresent()) {
      tx.sla().update(next);
    } else {
      tx.sla().start(next);
    }
    return after;
  }
}
