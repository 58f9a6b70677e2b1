package io.deskhand.server.automation;

import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import io.deskhand.server.hooks.Intended;
import io.deskhand.server.hooks.TicketHook;
import java.util.Optional;

/** Gives a new ticket to the least busy agent of its department; to nobody where none can. */
final class AutoAssign implements TicketHook {
  @Override
  public String name() {
    return "auto_assign";
  }

  @Override
  public Ticket creating(Intended change) {
    Ticket ticket = change.proposed();
    if (ticket.assignedTo() != null) {
      return ticket;
    }
    Optional<Agent> agent = change.view().staff().leastBusy(ticket.departmentId(), 1, null);
    return agent.map(found -> ticket.toBuilder().assignedTo(found.id()).build()).orElse(ticket);
  }
}
