package io.deskhand.server.automation;

import io.deskhand.model.Activity;
import io.deskhand.model.Issue;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.TicketHook;
import io.deskhand.server.store.Tx;

/** An escalated ticket is an issue for engineering and a task for the one who has it now. */
final class EscalationIssue implements TicketHook {
  @Override
  public String name() {
    return "escalation_issue";
  }

  @Override
  public boolean follows(Happened change) {
    return change.verb() == Verb.ESCALATE;
  }

  @Override
  public void escalated(Happened change) {
    Tx tx = change.tx();
    Ticket ticket = change.ticket();
    tx.issues().insert(issue(tx, ticket), ticket);
    Activity task =
        NewActivity.of(tx, ticket, Activity.Type.TASK, "Ticket escalated: " + ticket.subject());
    tx.activities().insert(task, ticket);
  }

  private static Issue issue(Tx tx, Ticket ticket) {
    return new Issue(
        tx.newId(),
        ticket.id(),
        ticket.customerId(),
        ticket.organizationId(),
        ticket.departmentId(),
        Issue.Type.BUG,
        Issue.Status.OPEN,
        "Escalation: " + ticket.subject(),
        ticket.description(),
        ticket.priority(),
        null,
        null,
        null,
        tx.now(),
        tx.now(),
        1);
  }
}
