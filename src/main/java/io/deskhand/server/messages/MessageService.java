package io.deskhand.server.messages;

import io.deskhand.model.Attachment;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.Attaching;
import io.deskhand.server.tickets.MessageEffect;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people say in tickets. Like the verbs of tickets these run inside a transaction that is
 * already there, and throw the same problems.
 */
public final class MessageService {
  private static final int GLIMPSE = 140;

  private final Hooks hooks;

  /**
   * @param hooks what goes along with the verbs that messages bring about
   */
  public MessageService(Hooks hooks) {
    this.hooks = hooks;
  }

  /**
   * Adds a message or a note to a ticket, with all that it does to the ticket; just answers it if
   * it is there already.
   */
  public Message send(Tx tx, Actor actor, UUID ticketId, SendMessage request) {
    TicketBook book = new TicketBook(tx, actor, hooks.begin(tx));
    Ticket ticket = book.find(ticketId);
    boolean internal = Boolean.TRUE.equals(request.internal());
    check(actor, request, internal);
    Optional<Message> known =
        request.id() == null ? Optional.empty() : tx.messages().find(request.id());
    if (known.isPresent()) {
      return again(known.get(), actor, ticketId, request, internal);
    }
    Message message = build(tx, actor, ticket, request, internal);
    Ticket saved =
        book.save(
            ticket,
            MessageEffect.on(ticket, message),
            Events.NEW_MESSAGE,
            internal ? HistoryAction.NOTE_ADDED : HistoryAction.MESSAGE_SENT,
            null);
    tx.messages().insert(message, saved);
    Attaching.attach(tx, message);
    tell(book, saved, message);
    return message;
  }

  private static void check(Actor actor, SendMessage request, boolean internal) {
    new Validation().required("body", request.body(), Limits.TEXT).check();
    if (internal && !actor.role().isStaff()) {
      throw Problems.forbidden("A customer cannot write internal notes");
    }
  }

  /** The message that is there, if this is it once more: on another way, or with another key. */
  private static Message again(
      Message known, Actor actor, UUID ticketId, SendMessage request, boolean internal) {
    List<UUID> files = known.attachments().stream().map(Attachment::id).toList();
    boolean same =
        known.ticketId().equals(ticketId)
            && actor.id().equals(known.senderId())
            && known.internal() == internal
            && known.body().equals(request.body())
            && files.equals(Objects.requireNonNullElse(request.attachmentIds(), List.of()));
    if (!same) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is another message with this id");
    }
    return known;
  }

  private static Message build(
      Tx tx, Actor actor, Ticket ticket, SendMessage request, boolean internal) {
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    return new Message(
        id,
        ticket.id(),
        actor.id(),
        actor.name(),
        actor.role().isStaff() ? SenderType.AGENT : SenderType.CUSTOMER,
        Objects.requireNonNull(request.body()),
        internal,
        Attaching.find(tx, actor, id, request.attachmentIds()),
        null,
        null,
        MessageEffect.timeOfNext(ticket, tx.now()));
  }

  private static void tell(TicketBook book, Ticket ticket, Message message) {
    String glimpse =
        message.body().length() <= GLIMPSE
            ? message.body()
            : message.body().substring(0, GLIMPSE - 1) + "…";
    String title = message.senderName() + " · " + ticket.subject();
    if (message.senderType() == SenderType.CUSTOMER) {
      UUID agent = ticket.escalatedTo() != null ? ticket.escalatedTo() : ticket.assignedTo();
      book.tell(agent, ticket, title, glimpse);
    } else if (!message.internal()) {
      book.tell(ticket.customerId(), ticket, title, glimpse);
    }
  }

  /**
   * Marks what the other side wrote as read.
   *
   * @param upTo the last message that was read; null for all there are
   * @return the messages that were not read before
   */
  public List<Message> markRead(Tx tx, Actor actor, UUID ticketId, @Nullable UUID upTo) {
    Ticket ticket = TicketBook.find(tx, actor.scope(), ticketId);
    boolean staff = actor.role().isStaff();
    List<Message> unread = tx.messages().unread(ticketId, staff, place(tx, actor, ticket, upTo));
    List<Message> read =
        unread.stream().map(message -> message.read(actor.id(), tx.now())).toList();
    read.forEach(message -> tx.messages().markRead(message, ticket));
    tx.event(Events.MESSAGE_READ, ticketId, actor.id());
    return read;
  }

  private static Position place(Tx tx, Actor actor, Ticket ticket, @Nullable UUID upTo) {
    if (upTo == null) {
      Instant last = Objects.requireNonNullElse(ticket.lastMessageAt(), tx.now());
      return new Position(last, Position.LAST_ID);
    }
    return tx.messages()
        .find(upTo)
        .filter(message -> message.ticketId().equals(ticket.id()))
        .filter(message -> !message.internal() || actor.role().isStaff())
        .map(message -> new Position(message.createdAt(), message.id()))
        .orElseThrow(() -> Problems.invalid("upTo", "no such message in this ticket"));
  }
}
