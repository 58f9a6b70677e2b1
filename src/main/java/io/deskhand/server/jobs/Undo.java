package io.deskhand.server.jobs;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.JobReads.Undoable;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.StoredJob;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.web.Problems;
import java.util.Objects;
import java.util.UUID;

/** Takes back what a job did to a ticket, if nobody has touched it since. */
final class Undo {
  private static final String DETAILS = "Bulk change taken back";

  /**
   * @throws ProblemException with {@code conflict} if somebody has, with {@code not_found} if the
   *     actor sees it neither as it is nor as it would be again
   */
  Ticket run(Tx tx, Actor actor, StoredJob job, UUID ticketId) {
    UUID undone = Objects.requireNonNull(job.undoes(), "an undo names its job");
    Undoable change =
        tx.jobs().change(undone, ticketId).orElseThrow(() -> Problems.notFound("change"));
    Ticket now =
        tx.tickets()
            .find(ticketId)
            .filter(ticket -> sees(actor.scope(), ticket, change.before()))
            .orElseThrow(() -> Problems.notFound("ticket"));
    if (now.version() != change.afterVersion()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "The ticket has changed since");
    }
    return restore(tx, actor, now, change.before());
  }

  /** Whoever assigned a ticket away may take that back, though they do not see it any more. */
  private static boolean sees(Scope scope, Ticket now, Ticket before) {
    return scope.sees(Audience.of(now)) || scope.sees(Audience.of(before));
  }

  private static Ticket restore(Tx tx, Actor actor, Ticket now, Ticket before) {
    boolean sameHands =
        Objects.equals(now.assignedTo(), before.assignedTo())
            && Objects.equals(now.escalatedTo(), before.escalatedTo());
    HistoryAction action =
        now.status() != before.status()
            ? HistoryAction.STATUS_CHANGED
            : sameHands ? HistoryAction.TICKET_UPDATED : HistoryAction.AGENT_REASSIGNED;
    // No verb of the ticket's life, so no hooks: it takes back, and must not set off anew.
    return new TicketBook(tx, actor, Hooks.NONE.begin(tx))
        .save(
            now,
            before,
            sameHands ? Events.TICKET_UPDATED : Events.TICKET_ASSIGNED,
            action,
            DETAILS);
  }
}
