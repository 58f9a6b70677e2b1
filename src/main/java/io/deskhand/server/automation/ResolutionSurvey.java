package io.deskhand.server.automation;

import io.deskhand.model.Activity;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.TicketHook;
import io.deskhand.server.store.Tx;

/** A resolved ticket asks its customer how it was, and looks after its organization's health. */
final class ResolutionSurvey implements TicketHook {
  @Override
  public String name() {
    return "resolution_survey";
  }

  @Override
  public boolean follows(Happened change) {
    Ticket ticket = change.ticket();
    return change.verb() == Verb.RESOLVE
        && (ticket.customerId() != null || ticket.organizationId() != null);
  }

  @Override
  public void resolved(Happened change) {
    Tx tx = change.tx();
    Ticket ticket = change.ticket();
    if (ticket.customerId() != null) {
      add(tx, ticket, Activity.Type.SATISFACTION_SURVEY, "Satisfaction survey: ");
    }
    if (ticket.organizationId() != null) {
      add(tx, ticket, Activity.Type.HEALTH_CHECK, "Health check after: ");
    }
  }

  private static void add(Tx tx, Ticket ticket, Activity.Type type, String about) {
    tx.activities().insert(NewActivity.of(tx, ticket, type, about + ticket.subject()), ticket);
  }
}
