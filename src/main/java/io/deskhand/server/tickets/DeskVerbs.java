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
import io.deskhand.server.web.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The verbs as the desk itself, or one of its staff, carries them out in the run under way. */
final class DeskVerbs implements Verbs {
  private final TicketBook book;
  private final Set<UUID> inHand = new HashSet<>();

  /**
   * @param book of the desk itself or of one of the staff
   */
  DeskVerbs(TicketBook book) {
    this.book = book;
  }

  /** Who has done one thing to a ticket goes on with it, though that took it out of their sight. */
  private Ticket find(UUID ticketId) {
    Ticket ticket =
        inHand.contains(ticketId)
            ? book.tx().tickets().find(ticketId).orElseThrow(() -> Problems.notFound("ticket"))
            : book.find(ticketId);
    inHand.add(ticketId);
    return ticket;
  }

  @Override
  public Ticket update(UUID ticketId, TicketPatch patch) {
    return new Patching(book).patch(find(ticketId), patch);
  }

  @Override
  public Ticket setStatus(UUID ticketId, Status status) {
    Ticket ticket = find(ticketId);
    return ticket.status() == status ? ticket : new Moving(book).to(ticket, status);
  }

  @Override
  public Ticket assign(UUID ticketId, AssignRequest request) {
    return new Assigning(book).assign(find(ticketId), request);
  }

  @Override
  public Ticket escalate(UUID ticketId, EscalateRequest request) {
    return new Assigning(book).escalate(find(ticketId), request);
  }

  @Override
  public Ticket addNote(UUID ticketId, String text) {
    Ticket ticket = find(ticketId);
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
    Ticket ticket = find(ticketId);
    UUID person = Notifying.person(ticket, to);
    if (person != null) {
      new Notifying(book).person(ticket, person, to, message);
    }
    return ticket;
  }

  @Override
  public Ticket notifyLeads(UUID ticketId, String message) {
    Ticket ticket = find(ticketId);
    new Notifying(book).leads(ticket, message);
    return ticket;
  }
}
