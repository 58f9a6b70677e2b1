package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.Verb;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves tickets through their life. */
final class Moving {
  private final Tx tx;
  private final Actor actor;
  private final TicketBook book;

  Moving(TicketBook book) {
    this.book = book;
    this.tx = book.tx();
    this.actor = book.actor();
  }

  Ticket resolve(Ticket ticket, @Nullable String resolution) {
    new Validation().optional("resolution", resolution, Limits.TEXT).check();
    TicketBuilder after =
        ticket.toBuilder()
            .status(Lifecycle.after(ticket.status(), Verb.RESOLVE))
            .resolvedAt(tx.now())
            .resolvedBy(actor.personId());
    if (resolution != null && !resolution.isBlank()) {
      after.resolution(resolution);
    }
    Ticket saved = save(ticket, after, HistoryAction.TICKET_RESOLVED, resolution);
    String told = Objects.requireNonNullElse(saved.resolution(), saved.subject());
    Notifying.confirm(tx, saved, "We have resolved your request", told);
    return saved;
  }

  Ticket close(Ticket ticket) {
    TicketBuilder after =
        ticket.toBuilder().status(Lifecycle.after(ticket.status(), Verb.CLOSE)).closedAt(tx.now());
    return save(ticket, after, HistoryAction.TICKET_CLOSED, null);
  }

  Ticket reopen(Ticket ticket, @Nullable String reason) {
    new Validation().optional("reason", reason, Limits.TEXT).check();
    Status next = Lifecycle.after(ticket.status(), Verb.REOPEN);
    return save(
        ticket, reopened(ticket.toBuilder().status(next)), HistoryAction.TICKET_REOPENED, reason);
  }

  /** Carries out a wish for a state by the verb that leads there. */
  Ticket to(Ticket ticket, Status wanted) {
    Verb verb = Lifecycle.verbTo(ticket.status(), wanted);
    Permissions.check(actor, verb);
    return switch (verb) {
      case RESOLVE -> resolve(ticket, null);
      case CLOSE -> close(ticket);
      case REOPEN -> reopen(ticket, null);
      default ->
          save(ticket, ticket.toBuilder().status(wanted), HistoryAction.STATUS_CHANGED, null);
    };
  }

  /** Takes back what resolving and closing set. */
  static TicketBuilder reopened(TicketBuilder ticket) {
    return ticket.resolution(null).resolvedAt(null).resolvedBy(null).closedAt(null);
  }

  private Ticket save(
      Ticket before, TicketBuilder after, HistoryAction action, @Nullable String details) {
    String told = details == null || details.isBlank() ? null : details;
    return book.save(before, after.build(), Events.TICKET_UPDATED, action, told);
  }
}
