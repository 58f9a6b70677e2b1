package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Verbs;
import java.util.List;
import java.util.UUID;

/** The verbs as the desk itself, or one of its staff, carries them out in the run under way. */
final class DeskVerbs implements Verbs {
  private final TicketBook book;

  /**
   * @param book of the desk itself or of one of the staff
   */
  DeskVerbs(TicketBook book) {
    this.book = book;
  }

  @Override
  public Ticket update(UUID ticketId, TicketPatch patch) {
    return new Patching(book).patch(book.find(ticketId), patch);
  }

  @Override
  public Ticket setStatus(UUID ticketId, Status status) {
    Ticket ticket = book.find(ticketId);
    return ticket.status() == status ? ticket : new Moving(book).to(ticket, status);
  }

  @Override
  public Ticket assign(UUID ticketId, AssignRequest request) {
    return new Assigning(book).assign(book.find(ticketId), request);
  }

  @Override
  public Ticket escalate(UUID ticketId, EscalateRequest request) {
    return new Assigning(book).escalate(book.find(ticketId), request);
  }

  @Override
  public Ticket addNote(UUID ticketId, String text) {
    Ticket ticket = book.find(ticketId);
    Message note =
        new Message(
            book.tx().newId(),
            ticketId,
            book.actor().personId(),
            book.actor().name(),
            book.actor().personId() == null ? SenderType.SYSTEM : SenderType.AGENT,
            text,
            true,
            List.of(),
            null,
            null,
            MessageEffect.timeOfNext(ticket, book.tx().now()));
    Ticket after = MessageEffect.on(ticket, note);
    Ticket saved = book.save(ticket, after, Events.NEW_MESSAGE, HistoryAction.NOTE_ADDED, null);
    book.tx().messages().insert(note, saved);
    return saved;
  }

  @Override
  public Ticket notify(UUID ticketId, NotifyRequest.Recipient to, String message) {
    Ticket ticket = book.find(ticketId);
    UUID person = Notifying.person(ticket, to);
    if (person != null) {
      new Notifying(book).person(ticket, person, to, message);
    }
    return ticket;
  }

  @Override
  public Ticket notifyLeads(UUID ticketId, String message) {
    Ticket ticket = book.find(ticketId);
    new Notifying(book).leads(ticket, message);
    return ticket;
  }
}
