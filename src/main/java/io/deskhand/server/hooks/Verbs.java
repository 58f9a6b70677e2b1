package io.deskhand.server.hooks;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.TicketPatch;
import java.util.UUID;

/**
 * What the desk itself does to tickets, in the transaction that is running. Its history names the
 * automation. Fails as the verbs of people do.
 */
public interface Verbs {
  Ticket update(UUID ticketId, TicketPatch patch);

  Ticket assign(UUID ticketId, AssignRequest request);

  Ticket escalate(UUID ticketId, EscalateRequest request);

  /** Adds an internal note. */
  Ticket addNote(UUID ticketId, String text);

  /** Notifies the customer or the assignee; nobody where there is none. */
  Ticket notify(UUID ticketId, NotifyRequest.Recipient to, String message);

  /** Notifies those who lead the ticket's department. */
  Ticket notifyLeads(UUID ticketId, String message);
}
