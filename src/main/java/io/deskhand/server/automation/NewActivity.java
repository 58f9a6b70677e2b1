package io.deskhand.server.automation;

import io.deskhand.model.Activity;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.Tx;

/** Activities that the desk makes by itself, for whoever has the ticket. */
final class NewActivity {
  private NewActivity() {}

  static Activity of(Tx tx, Ticket ticket, Activity.Type type, String subject) {
    return new Activity(
        tx.newId(),
        ticket.id(),
        ticket.customerId(),
        ticket.organizationId(),
        ticket.departmentId(),
        type,
        Activity.Status.OPEN,
        subject,
        null,
        ticket.escalatedTo() != null ? ticket.escalatedTo() : ticket.assignedTo(),
        null,
        null,
        null,
        tx.now(),
        tx.now(),
        1);
  }
}
