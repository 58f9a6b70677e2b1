package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.StatusRequest;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.hooks.Verbs;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to tickets. Each verb runs inside a transaction that is already there, for an
 * actor, and answers the ticket as it is afterwards. All of them throw a {@link ProblemException}
 * ({@code not_found} for a ticket that the actor does not see, {@code forbidden}, {@code
 * validation_failed}, {@code conflict}) or an {@link io.deskhand.model.InvalidTransition} where the
 * ticket's life has no such move.
 */
public final class TicketService {
  private static final int LONGEST_NOTICE = 5_000;
  private final Hooks hooks;

  /**
   * @param hooks what goes along with the verbs
   */
  public TicketService(Hooks hooks) {
    this.hooks = hooks;
  }

  /** Makes a ticket. */
  public Ticket create(Tx tx, Actor actor, CreateTicket request) {
    return new Creating(book(tx, actor)).create(request);
  }

  /** Changes fields; status and assignee through their verbs. */
  public Ticket patch(Tx tx, Actor actor, UUID id, TicketPatch patch) {
    Ticket ticket = find(tx, actor, id);
    Permissions.check(actor, Verb.UPDATE);
    return new Patching(book(tx, actor)).patch(ticket, patch);
  }

  /** Brings it into a state by the verb that leads there. */
  public Ticket setStatus(Tx tx, Actor actor, UUID id, StatusRequest request) {
    Ticket ticket = find(tx, actor, id);
    Status wanted = request.status();
    if (wanted == null) {
      throw Problems.invalid("status", "is missing");
    }
    return new Moving(book(tx, actor)).to(ticket, wanted);
  }

  /** Gives it to an agent, or to the one that the desk picks. */
  public Ticket assign(Tx tx, Actor actor, UUID id, AssignRequest request) {
    Ticket ticket = find(tx, actor, id);
    Permissions.check(actor, Verb.ASSIGN);
    return new Assigning(book(tx, actor)).assign(ticket, request);
  }

  /** Hands it up, with its load. */
  public Ticket escalate(Tx tx, Actor actor, UUID id, EscalateRequest request) {
    Ticket ticket = find(tx, actor, id);
    Permissions.check(actor, Verb.ESCALATE);
    return new Assigning(book(tx, actor)).escalate(ticket, request);
  }

  public Ticket resolve(Tx tx, Actor actor, UUID id, @Nullable String resolution) {
    Ticket ticket = find(tx, actor, id);
    Permissions.check(actor, Verb.RESOLVE);
    return new Moving(book(tx, actor)).resolve(ticket, resolution);
  }

  public Ticket close(Tx tx, Actor actor, UUID id) {
    return new Moving(book(tx, actor)).close(find(tx, actor, id));
  }

  public Ticket reopen(Tx tx, Actor actor, UUID id, @Nullable String reason) {
    return new Moving(book(tx, actor)).reopen(find(tx, actor, id), reason);
  }

  /** Deletes it softly; answers what it was. */
  public Ticket delete(Tx tx, Actor actor, UUID id) {
    Ticket ticket = find(tx, actor, id);
    Permissions.check(actor, Verb.DELETE);
    book(tx, actor).note(ticket, HistoryAction.TICKET_DELETED, null, List.of());
    tx.tickets().remove(ticket);
    tx.sla().silence(id);
    Load.move(tx, Load.holder(ticket), null);
    Waiting.move(tx, ticket, null);
    Snooze.move(tx, ticket, null);
    tx.event(Events.TICKET_REMOVED, id, actor.personId());
    return ticket;
  }

  /** Ends a ticket's snooze, and tells whoever has it. */
  Ticket wake(Tx tx, Actor actor, Ticket ticket) {
    return Snooze.wake(book(tx, actor), ticket);
  }

  /** Notifies the customer or the assignee. */
  public Ticket notify(Tx tx, Actor actor, UUID id, NotifyRequest request) {
    Ticket ticket = find(tx, actor, id);
    Permissions.staffOnly(actor);
    String message = request.message();
    new Validation().required("message", message, LONGEST_NOTICE).check();
    NotifyRequest.Recipient to =
        Objects.requireNonNullElse(request.to(), NotifyRequest.Recipient.CUSTOMER);
    UUID person = Notifying.person(ticket, to);
    if (person == null || message == null) {
      throw ProblemException.of(ErrorCode.CONFLICT, "The ticket has no " + to.wire());
    }
    new Notifying(book(tx, actor)).person(ticket, person, to, message);
    return ticket;
  }

  /** Notifies those who lead the ticket's department. */
  public Ticket notifyLeads(Tx tx, Actor actor, UUID id, String message) {
    Ticket ticket = find(tx, actor, id);
    new Notifying(book(tx, actor)).leads(ticket, message);
    return ticket;
  }

  /** Notifies whoever has the ticket, or those who lead its department if nobody has it. */
  public Ticket notifyDesk(Tx tx, Actor actor, UUID id, String message) {
    Ticket ticket = find(tx, actor, id);
    Notifying notifying = new Notifying(book(tx, actor));
    UUID holder = Load.holder(ticket);
    if (holder == null) {
      notifying.leads(ticket, message);
    } else {
      notifying.person(ticket, holder, NotifyRequest.Recipient.ASSIGNEE, message);
    }
    return ticket;
  }

  /** Whether a ticket needs work and nobody has it. */
  public static boolean isWaiting(Ticket ticket) {
    return Waiting.waits(ticket);
  }

  /** Records what the customer thinks of it. */
  public Ticket rate(Tx tx, Actor actor, UUID id, SatisfactionRequest request) {
    Ticket ticket = find(tx, actor, id);
    Permissions.customersOnly(actor);
    new Validation()
        .that(request.score() != null, "score", "is missing")
        .range("score", request.score(), 1, 5)
        .optional("comment", request.comment(), Limits.TEXT)
        .check();
    if (ticket.status().isActive()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "A ticket can be rated once it is resolved or closed");
    }
    Ticket after =
        ticket.toBuilder()
            .satisfaction(request.score())
            .satisfactionComment(request.comment())
            .build();
    return book(tx, actor)
        .save(
            ticket,
            after,
            Events.TICKET_UPDATED,
            HistoryAction.SATISFACTION_RECORDED,
            request.comment());
  }

  /**
   * The verbs of one of the staff for several in a row: one run, in which no rule acts twice.
   *
   * @throws ProblemException with {@code forbidden} if it is none of the staff
   */
  public Verbs verbs(Tx tx, Actor actor) {
    Permissions.staffOnly(actor);
    return new DeskVerbs(book(tx, actor));
  }

  private TicketBook book(Tx tx, Actor actor) {
    return new TicketBook(tx, actor, hooks.begin(tx));
  }

  private static Ticket find(Tx tx, Actor actor, UUID id) {
    return TicketBook.find(tx, actor.scope(), id);
  }
}
