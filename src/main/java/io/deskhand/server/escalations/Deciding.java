package io.deskhand.server.escalations;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.Priority;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approves or denies a request. Approving runs the verb, and is refused where the ticket's life
 * does not have it any more; the request then stays pending.
 */
final class Deciding {
  /** The customer sees why a ticket was escalated; the words of a request are for the staff. */
  private static final String WHY = "On request";

  private final Tx tx;
  private final Actor actor;
  private final TicketService tickets;

  Deciding(Tx tx, Actor actor, TicketService tickets) {
    this.tx = tx;
    this.actor = actor;
    this.tickets = tickets;
  }

  EscalationRequest decide(UUID id, EscalationStatus decision, @Nullable String comment) {
    new Validation().optional("comment", comment, Limits.TEXT).check();
    EscalationRequest request =
        tx.escalations().find(id).orElseThrow(() -> Problems.notFound("escalation request"));
    Ticket ticket =
        tx.tickets()
            .find(request.ticketId())
            .filter(found -> actor.scope().sees(Audience.of(found)))
            .orElseThrow(() -> Problems.notFound("escalation request"));
    if (request.status() != EscalationStatus.PENDING) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "This request is " + request.status().wire() + " already");
    }
    EscalationRequest decided = decided(request, decision, comment);
    boolean approved = decision == EscalationStatus.APPROVED;
    Ticket now = approved ? escalate(request) : ticket;
    tx.escalations().update(decided, ticket, now);
    note(request, now, approved, comment);
    tx.event(
        approved ? Events.TICKET_ESCALATED : Events.TICKET_UPDATED, ticket.id(), actor.personId());
    return decided;
  }

  private Ticket escalate(EscalationRequest request) {
    Priority priority = request.targetPriority();
    if (priority != null) {
      TicketPatch patch = TicketPatch.read(Json.object().put("priority", priority.wire()));
      tickets.patch(tx, actor, request.ticketId(), patch);
    }
    return tickets.escalate(
        tx,
        actor,
        request.ticketId(),
        new EscalateRequest(
            null,
            WHY,
            request.targetAgentId(),
            request.targetDepartmentId(),
            request.targetTier()));
  }

  private void note(
      EscalationRequest request, Ticket ticket, boolean approved, @Nullable String comment) {
    TicketBook book = new TicketBook(tx, actor, Hooks.NONE.begin(tx));
    String decision = approved ? "Approved" : "Denied";
    String text = comment == null || comment.isBlank() ? decision : decision + ": " + comment;
    book.note(ticket, HistoryAction.ESCALATION_DECIDED, text);
    // Without the ticket's words: whoever asked may not see it any more.
    book.tell(request.requestedBy(), ticket, "Your escalation request", text);
  }

  private EscalationRequest decided(
      EscalationRequest request, EscalationStatus decision, @Nullable String comment) {
    return new EscalationRequest(
        request.id(),
        request.ticketId(),
        request.reason(),
        request.targetTier(),
        request.targetDepartmentId(),
        request.targetAgentId(),
        request.targetPriority(),
        decision,
        request.requestedBy(),
        request.requestedByName(),
        actor.id(),
        actor.name(),
        comment,
        request.createdAt(),
        tx.now());
  }
}
