package io.deskhand.server.tickets;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.List;

/** Changes the fields of a ticket; its state and assignee through their verbs. */
final class Patching {
  private final Tx tx;
  private final Actor actor;
  private final TicketBook book;

  Patching(TicketBook book) {
    this.book = book;
    this.tx = book.tx();
    this.actor = book.actor();
  }

  Ticket patch(Ticket ticket, TicketPatch patch) {
    check(patch.values());
    Ticket patched = plainFields(ticket, patch);
    if (patch.has("assignedTo")) {
      patched = assignee(patched, patch.values());
    }
    var wanted = patch.values().status();
    if (wanted != null && wanted != patched.status() && wanted != ticket.status()) {
      patched = new Moving(book).to(patched, wanted);
    }
    if (patched.version() != ticket.version()) {
      tx.event(Events.TICKET_UPDATED, ticket.id(), actor.personId());
    }
    return patched;
  }

  private Ticket plainFields(Ticket ticket, TicketPatch patch) {
    Ticket after = patch.applyTo(ticket);
    if (after.equals(ticket)) {
      return ticket;
    }
    List<FieldChange> changes = TicketDiff.between(tx, ticket, after);
    boolean onlyPriority = changes.size() == 1 && changes.getFirst().field().equals("priority");
    return book.save(
        ticket,
        after,
        Events.TICKET_UPDATED,
        onlyPriority ? HistoryAction.PRIORITY_CHANGED : HistoryAction.TICKET_UPDATED,
        null);
  }

  private Ticket assignee(Ticket ticket, TicketPatch.Values values) {
    Assigning assigning = new Assigning(book);
    return values.assignedTo() == null
        ? assigning.unassign(ticket)
        : assigning.assign(ticket, new AssignRequest(null, values.assignedTo(), null));
  }

  private void check(TicketPatch.Values values) {
    Validation validation = new Validation();
    if (values.subject() != null) {
      validation.required("subject", values.subject(), Limits.SUBJECT);
    }
    validation
        .optional("description", values.description(), Limits.TEXT)
        .optional("customerName", values.customerName(), Limits.NAME)
        .optional("customerEmail", values.customerEmail(), Limits.NAME)
        .optional("customerPhone", values.customerPhone(), Limits.NAME)
        .texts("tags", values.tags(), Limits.TAGS, Limits.NAME);
    References.check(
        validation, tx, values.category(), values.departmentId(), values.organizationId());
    validation.check();
  }
}
