package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.Ledger;
import java.util.Optional;
import java.util.UUID;

/** Who may see what, once more and as the contract's table says it. */
final class Oracle {
  private Oracle() {}

  static boolean sees(Ledger ledger, UUID person, UUID ticketId) {
    Optional<Ticket> ticket = ledger.read(view -> view.tickets().find(ticketId));
    Optional<Agent> agent =
        ledger.read(view -> view.staff().all()).stream()
            .filter(one -> one.id().equals(person))
            .findFirst();
    return ticket.isPresent() && agent.isPresent() && sees(agent.get(), ticket.get());
  }

  static boolean sees(Agent who, Ticket ticket) {
    boolean mine = who.id().equals(ticket.assignedTo()) || who.id().equals(ticket.escalatedTo());
    boolean here = who.departmentId().equals(ticket.departmentId());
    boolean free = ticket.assignedTo() == null && ticket.escalatedTo() == null;
    return who.role() == Role.ADMIN || mine || (here && (who.role() == Role.LEAD || free));
  }
}
