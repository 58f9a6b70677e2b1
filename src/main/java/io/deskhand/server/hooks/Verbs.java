package io.deskhand.server.hooks;

import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.TicketPatch;
import java.util.UUID;

/**
 * What the desk itself, or somebody with a macro, does to tickets, in the transaction that is
 * running. Fails as the verbs of people do.
 */
public interface Verbs {
  Ticket update(UUID ticketId, TicketPatch patch);

  /** Brings it into a state by the verb that leads there; leaves it where it is there already. */
  Ticket setStatus(UUID ticketId, Status status);

  Ticket assign(UUID ticketId, AssignRequest request);

  Ticket escalate(UUID ticketId, EscalateRequest request);

  /** Adds an internal note. */
  Ticket addNote(UUID ticketId, String text);

  /** Notifies the customer or the assignee; nobody where there is none. */
  Ticket notify(UUID ticketId, NotifyRequest.Recipient to, String message);

  /** Notifies those who lead the ticket's department. */
  Ticket notifyLeads(UUID ticketId, String message);
}
