package io.deskhand.server.tickets;

import io.deskhand.model.Agent;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.Verb;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives tickets to agents. */
final class Assigning {
  private static final int HIGHEST_TIER = 3;
  private final Tx tx;
  private final TicketBook book;

  Assigning(TicketBook book) {
    this.book = book;
    this.tx = book.tx();
  }

  Ticket assign(Ticket ticket, AssignRequest request) {
    boolean auto = Boolean.TRUE.equals(request.auto());
    new Validation()
        .that(
            auto != (request.agentId() != null), "agentId", "give an agent, or auto, and not both")
        .check();
    requireFreeOrOwn(ticket);
    Status next = Lifecycle.after(ticket.status(), Verb.ASSIGN);
    Agent agent = request.agentId() == null ? leastBusy(ticket) : agent(request.agentId());
    boolean same = agent.id().equals(Load.holder(ticket)) && ticket.status() == next;
    return same ? ticket : give(ticket, agent, next);
  }

  /** Agents give away what nobody has and what they have; the rest is for those who lead. */
  private void requireFreeOrOwn(Ticket ticket) {
    UUID holder = Load.holder(ticket);
    boolean anothers = holder != null && !holder.equals(book.actor().id());
    if (anothers && !book.actor().role().isLead()) {
      throw Problems.forbidden("Only leads and admins reassign what somebody else has");
    }
  }

  private Ticket give(Ticket ticket, Agent agent, Status next) {
    Ticket after =
        ticket.toBuilder()
            .status(next)
            .assignedTo(agent.id())
            .assignedToName(agent.name())
            .escalatedTo(null)
            .escalatedToName(null)
            .build();
    boolean first = ticket.assignedTo() == null && ticket.escalatedTo() == null;
    Ticket saved =
        book.save(
            ticket,
            after,
            Events.TICKET_ASSIGNED,
            first ? HistoryAction.TICKET_ASSIGNED : HistoryAction.AGENT_REASSIGNED,
            "Assigned to " + agent.name());
    tx.staff().assignedAt(agent.id(), tx.now());
    book.tell(agent.id(), saved, "Assigned to you", saved.subject());
    return saved;
  }

  /** Takes the ticket away from whoever has it. */
  Ticket unassign(Ticket ticket) {
    if (ticket.assignedTo() == null && ticket.escalatedTo() == null) {
      return ticket;
    }
    requireFreeOrOwn(ticket);
    Lifecycle.after(ticket.status(), Verb.ASSIGN);
    Ticket after = nobodys(ticket.toBuilder()).build();
    return book.save(
        ticket, after, Events.TICKET_ASSIGNED, HistoryAction.AGENT_REASSIGNED, "Unassigned");
  }

  Ticket escalate(Ticket ticket, EscalateRequest request) {
    long targets =
        Stream.of(request.agentId(), request.departmentId(), request.tier())
            .filter(target -> target != null)
            .count();
    new Validation()
        .required("reason", request.reason(), Limits.TEXT)
        .range("tier", request.tier(), 1, HIGHEST_TIER)
        .that(targets <= 1, "agentId", "give one of agentId, departmentId and tier")
        .check();
    Status next = Lifecycle.after(ticket.status(), Verb.ESCALATE);
    TicketBuilder after = ticket.toBuilder().status(next);
    if (request.departmentId() != null) {
      after.departmentId(department(request.departmentId()));
    }
    Optional<Agent> agent = escalationTarget(ticket, request);
    if (agent.isPresent()) {
      after.escalatedTo(agent.get().id()).escalatedToName(agent.get().name());
    } else {
      // Nobody can take it now: it waits in its department for the first who can.
      nobodys(after);
    }
    Ticket saved =
        book.save(
            ticket,
            after.build(),
            Events.TICKET_ESCALATED,
            HistoryAction.TICKET_ESCALATED,
            request.reason());
    if (agent.isPresent()) {
      tx.staff().assignedAt(agent.get().id(), tx.now());
      book.tell(agent.get().id(), saved, "Escalated to you", saved.subject());
    }
    return saved;
  }

  private Optional<Agent> escalationTarget(Ticket ticket, EscalateRequest request) {
    UUID holder = Load.holder(ticket);
    if (request.agentId() != null) {
      Agent agent = agent(request.agentId());
      new Validation()
          .that(!agent.id().equals(holder), "agentId", "already has the ticket")
          .check();
      return Optional.of(agent);
    }
    if (request.tier() != null) {
      return tx.staff().leastBusy(ticket.departmentId(), request.tier(), holder);
    }
    int above = holder == null ? 2 : tierOf(holder) + 1;
    UUID department =
        request.departmentId() == null ? ticket.departmentId() : request.departmentId();
    return tx.staff().leastBusy(department, Math.min(above, HIGHEST_TIER), holder);
  }

  private int tierOf(UUID agent) {
    return tx.staff().find(agent).map(Agent::tier).orElse(1);
  }

  private Agent leastBusy(Ticket ticket) {
    return tx.staff()
        .leastBusy(ticket.departmentId(), 1, Load.holder(ticket))
        .orElseThrow(
            () -> ProblemException.of(ErrorCode.CONFLICT, "No agent is available for this ticket"));
  }

  private Agent agent(UUID id) {
    return tx.staff()
        .find(id)
        .filter(agent -> tx.accounts().find(id).map(account -> !account.disabled()).orElse(false))
        .orElseThrow(() -> Problems.invalid("agentId", "no such agent"));
  }

  private UUID department(UUID id) {
    return tx.departments()
        .find(id)
        .orElseThrow(() -> Problems.invalid("departmentId", "no such department"))
        .id();
  }

  private static TicketBuilder nobodys(TicketBuilder ticket) {
    return ticket
        .assignedTo((@Nullable UUID) null)
        .assignedToName(null)
        .escalatedTo(null)
        .escalatedToName(null);
  }
}
