package io.deskhand.sync.outbox;

import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Me;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.Verb;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Job;
import io.deskhand.sync.Intent;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.cache.StoredIntent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the screen shows: confirmed state with the outbox replayed over it. Pure: the same input
 * gives the same output. A move that the ticket's life does not have leaves the ticket as it is;
 * the server will say so.
 *
 * @param me who wants all this
 * @param nameOf the name of an agent; null for one that is not known
 */
public record Projection(Me me, Function<UUID, @Nullable String> nameOf) {

  /**
   * The ticket as it will be.
   *
   * @param confirmed null if the server has not got it yet
   * @param lane the ticket's intents, in order
   * @return null if there is no such ticket
   */
  public @Nullable Ticket shown(@Nullable Ticket confirmed, List<StoredIntent> lane) {
    Ticket shown = confirmed;
    for (StoredIntent intent : lane) {
      if (counts(intent)) {
        shown = after(shown, intent);
      }
    }
    return shown;
  }

  /** The message that a reply or note will be. */
  public Message message(Intent.Say say, Instant when) {
    return new Message(
        say.messageId(),
        say.ticketId(),
        me.id(),
        me.name(),
        me.role().isStaff() ? SenderType.AGENT : SenderType.CUSTOMER,
        say.body(),
        say.internal(),
        say.files().stream().map(OutgoingFile::attachment).toList(),
        null,
        null,
        when);
  }

  private static boolean counts(StoredIntent intent) {
    return switch (intent.state()) {
      case QUEUED, SENDING, APPLIED, WAITING -> true;
      case HELD, REFUSED, RETURNED -> false;
    };
  }

  private @Nullable Ticket after(@Nullable Ticket ticket, StoredIntent stored) {
    Instant when = stored.acceptedAt();
    if (stored.intent() instanceof Intent.Create create) {
      return ticket == null ? created(create, when) : ticket;
    }
    if (ticket == null) {
      return null;
    }
    return switch (stored.intent()) {
      case Intent.Create _, Intent.SetMyStatus _ -> ticket;
      case Intent.Update(UUID _, var patch) -> patch.applyTo(ticket);
      case Intent.SetStatus(UUID _, Status status) -> moved(ticket, status, when);
      case Intent.Assign(UUID _, UUID agent) -> assigned(ticket, agent);
      case Intent.Escalate(UUID _, String _, UUID agent, UUID _, Integer _) ->
          escalated(ticket, agent);
      case Intent.Resolve(UUID _, String words) -> resolved(ticket, words, when);
      case Intent.Close _ -> moved(ticket, Status.CLOSED, when);
      case Intent.Reopen _ -> moved(ticket, Status.REOPENED, when);
      case Intent.Say say -> said(ticket, say, when);
      case Intent.Bulk(Job.Kind kind, BulkRequest request) -> inBulk(ticket, kind, request, when);
    };
  }

  private Ticket inBulk(Ticket ticket, Job.Kind kind, BulkRequest request, Instant when) {
    return switch (kind) {
      case ASSIGN -> assigned(ticket, request.agentId());
      case RESOLVE -> resolved(ticket, request.resolution(), when);
      case STATUS -> request.status() == null ? ticket : moved(ticket, request.status(), when);
      case ESCALATE -> escalated(ticket, request.agentId());
      case NOTIFY, UNDO -> ticket;
    };
  }

  private static Ticket created(Intent.Create create, Instant when) {
    CreateTicket fields = create.fields();
    String subject = fields.subject();
    TicketBuilder ticket =
        new TicketBuilder(create.ticketId(), subject == null ? "" : subject, when)
            .description(fields.description())
            .customerId(fields.customerId())
            .customerName(fields.customerName())
            .customerEmail(fields.customerEmail())
            .customerPhone(fields.customerPhone())
            .organizationId(fields.organizationId())
            .dealId(fields.dealId())
            .departmentId(fields.departmentId())
            .assignedTo(fields.assignedTo())
            .lastMessageAt(when);
    if (fields.priority() != null) {
      ticket.priority(fields.priority());
    }
    if (fields.category() != null) {
      ticket.category(fields.category());
    }
    if (fields.channel() != null) {
      ticket.channel(fields.channel());
    }
    if (fields.tags() != null) {
      ticket.tags(fields.tags());
    }
    return ticket.build();
  }

  private Ticket assigned(Ticket ticket, @Nullable UUID agent) {
    if (agent == null || !Lifecycle.allows(ticket.status(), Verb.ASSIGN)) {
      return ticket;
    }
    return ticket.toBuilder()
        .assignedTo(agent)
        .assignedToName(nameOf.apply(agent))
        .status(Lifecycle.after(ticket.status(), Verb.ASSIGN))
        .build();
  }

  private Ticket escalated(Ticket ticket, @Nullable UUID agent) {
    if (!Lifecycle.allows(ticket.status(), Verb.ESCALATE)) {
      return ticket;
    }
    TicketBuilder next = ticket.toBuilder().status(Status.ESCALATED);
    if (agent != null) {
      next.escalatedTo(agent).escalatedToName(nameOf.apply(agent));
    }
    return next.build();
  }

  private Ticket resolved(Ticket ticket, @Nullable String words, Instant when) {
    Ticket moved = moved(ticket, Status.RESOLVED, when);
    return moved.status() == ticket.status() ? ticket : moved.toBuilder().resolution(words).build();
  }

  private Ticket moved(Ticket ticket, Status target, Instant when) {
    try {
      Lifecycle.verbTo(ticket.status(), target);
    } catch (InvalidTransition refused) {
      return ticket;
    }
    TicketBuilder next = ticket.toBuilder().status(target);
    if (target == Status.RESOLVED) {
      next.resolvedAt(when).resolvedBy(me.id());
    }
    if (target == Status.CLOSED) {
      next.closedAt(when);
    }
    return next.build();
  }

  private Ticket said(Ticket ticket, Intent.Say say, Instant when) {
    TicketBuilder next =
        ticket.toBuilder().messageCount(ticket.messageCount() + 1).lastMessageAt(when);
    if (me.role().isStaff()) {
      if (!say.internal() && ticket.firstResponseAt() == null) {
        next.firstResponseAt(when);
      }
    } else {
      next.status(Lifecycle.afterCustomerMessage(ticket.status(), ticket.assignedTo() != null));
    }
    return next.build();
  }
}
