package io.deskhand.server.tickets;

import io.deskhand.model.Attachment;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message that carries the files which come with a new ticket: the customer's own words, or a
 * note of the agent who wrote the ticket down.
 */
final class FirstMessage {
  private FirstMessage() {}

  /** {@code ticket} with that message, if there are files. */
  static Ticket with(TicketBook book, Ticket ticket, @Nullable List<UUID> fileIds) {
    Tx tx = book.tx();
    Actor actor = book.actor();
    UUID id = tx.newId();
    List<Attachment> files = Attaching.find(tx, actor, id, fileIds);
    if (files.isEmpty()) {
      return ticket;
    }
    boolean note = actor.role().isStaff();
    Message message =
        new Message(
            id,
            ticket.id(),
            actor.id(),
            actor.name(),
            note ? SenderType.AGENT : SenderType.CUSTOMER,
            words(ticket),
            note,
            files,
            null,
            null,
            MessageEffect.timeOfNext(ticket, tx.now()));
    Ticket saved =
        book.save(
            ticket,
            MessageEffect.on(ticket, message),
            Events.NEW_MESSAGE,
            note ? HistoryAction.NOTE_ADDED : HistoryAction.MESSAGE_SENT,
            null);
    tx.messages().insert(message, saved);
    Attaching.attach(tx, message);
    return saved;
  }

  private static String words(Ticket ticket) {
    String description = Objects.requireNonNullElse(ticket.description(), "");
    return description.isBlank() ? ticket.subject() : description;
  }
}
