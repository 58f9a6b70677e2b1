package io.deskhand.server.escalations;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.AskEscalation;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks those who lead a ticket's department to escalate it. */
final class Asking {
  private static final int HIGHEST_TIER = 3;
  private final Tx tx;
  private final Actor actor;

  Asking(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  EscalationRequest ask(AskEscalation asked) {
    UUID ticketId = asked.ticketId();
    if (ticketId == null) {
      throw Problems.invalid("ticketId", "is missing");
    }
    Ticket ticket = TicketBook.find(tx, actor.scope(), ticketId);
    check(asked);
    requirePossible(ticket);
    EscalationRequest request = request(asked, ticketId);
    tx.escalations().insert(request, ticket);
    // Asking is no verb of the ticket, so no hooks go along with it.
    TicketBook book = new TicketBook(tx, actor, Hooks.NONE.begin(tx));
    book.note(ticket, HistoryAction.ESCALATION_REQUESTED, request.reason());
    tx.staff()
        .leadsOf(ticket.departmentId())
        .forEach(
            lead ->
                book.tell(
                    lead.id(),
                    ticket,
                    actor.name() + " asks to escalate: " + ticket.subject(),
                    request.reason()));
    return request;
  }

  private void requirePossible(Ticket ticket) {
    if (!Lifecycle.allows(ticket.status(), Verb.ESCALATE)) {
      throw new InvalidTransition(ticket.status(), Verb.ESCALATE);
    }
    if (tx.escalations().pendingOf(ticket.id()).isPresent()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "An escalation of this ticket waits for a decision already");
    }
  }

  private void check(AskEscalation asked) {
    UUID id = asked.id();
    UUID department = asked.targetDepartmentId();
    UUID agent = asked.targetAgentId();
    long targets =
        Stream.of(agent, department, asked.targetTier()).filter(Objects::nonNull).count();
    new Validation()
        .required("reason", asked.reason(), Limits.TEXT)
        .range("targetTier", asked.targetTier(), 1, HIGHEST_TIER)
        .that(targets <= 1, "targetAgentId", "give one of agent, department and tier")
        .that(
            department == null || tx.departments().find(department).isPresent(),
            "targetDepartmentId",
            "no such department")
        .that(agent == null || tx.staff().find(agent).isPresent(), "targetAgentId", "no such agent")
        .check();
    if (id != null && tx.escalations().find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a request with this id already");
    }
  }

  private EscalationRequest request(AskEscalation asked, UUID ticketId) {
    return new EscalationRequest(
        Objects.requireNonNullElseGet(asked.id(), tx::newId),
        ticketId,
        Objects.requireNonNull(asked.reason()),
        asked.targetTier(),
        asked.targetDepartmentId(),
        asked.targetAgentId(),
        asked.targetPriority(),
        EscalationStatus.PENDING,
        actor.id(),
        actor.name(),
        null,
        null,
        null,
        tx.now(),
        null);
  }
}
