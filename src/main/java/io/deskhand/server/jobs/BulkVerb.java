package io.deskhand.server.jobs;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.StatusRequest;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.StoredJob;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketService;
import java.util.UUID;

/** What a job does to one ticket: the same verbs as for a single one. */
final class BulkVerb {
  private final TicketService tickets;
  private final Undo undo = new Undo();

  BulkVerb(TicketService tickets) {
    this.tickets = tickets;
  }

  /**
   * Does it; returns the ticket afterwards.
   *
   * @throws RuntimeException what the verb throws where it is refused
   */
  Ticket run(Tx tx, Actor actor, StoredJob job, UUID ticketId) {
    BulkRequest request = job.request();
    return switch (job.kind()) {
      case ASSIGN ->
          tickets.assign(
              tx, actor, ticketId, new AssignRequest(ticketId, request.agentId(), request.auto()));
      case RESOLVE -> tickets.resolve(tx, actor, ticketId, request.resolution());
      case STATUS -> tickets.setStatus(tx, actor, ticketId, new StatusRequest(request.status()));
      case NOTIFY ->
          tickets.notify(tx, actor, ticketId, new NotifyRequest(request.message(), request.to()));
      case ESCALATE ->
          tickets.escalate(
              tx,
              actor,
              ticketId,
              new EscalateRequest(
                  ticketId,
                  request.reason(),
                  request.agentId(),
                  request.departmentId(),
                  request.tier()));
      case UNDO -> undo.run(tx, actor, job, ticketId);
    };
  }
}
