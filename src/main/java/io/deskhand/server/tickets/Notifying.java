package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.server.store.Tx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells people of a ticket, and the ticket's history that they were told. */
final class Notifying {
  private final TicketBook book;

  Notifying(TicketBook book) {
    this.book = book;
  }

  /** Whom {@code to} means for {@code ticket}; null if it has none. */
  static @Nullable UUID person(Ticket ticket, NotifyRequest.Recipient to) {
    return switch (to) {
      case ASSIGNEE -> Load.holder(ticket);
      case CUSTOMER -> ticket.customerId();
    };
  }

  /**
   * Tells the customer, if there is one, what has become of their request, whoever did it. The
   * history has no entry of that: it has the verb's.
   */
  static void confirm(Tx tx, Ticket ticket, String what, String text) {
    UUID customer = ticket.customerId();
    if (customer != null) {
      String title = what + " " + ticket.ticketNumber();
      tx.notify(customer, new Notification(ticket.id(), title, text, tx.now()));
    }
  }

  void person(Ticket ticket, UUID person, NotifyRequest.Recipient to, String message) {
    note(ticket, to.wire(), message);
    book.tell(person, ticket, ticket.subject(), message);
  }

  void leads(Ticket ticket, String message) {
    note(ticket, "lead", message);
    book.tx()
        .staff()
        .leadsOf(ticket.departmentId())
        .forEach(lead -> book.tell(lead.id(), ticket, ticket.subject(), message));
  }

  private void note(Ticket ticket, String to, String message) {
    book.note(ticket, HistoryAction.NOTIFICATION_SENT, "To the " + to + ": " + message);
  }
}
