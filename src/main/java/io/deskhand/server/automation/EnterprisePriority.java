package io.deskhand.server.automation;

import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.Ticket;
import io.deskhand.server.hooks.Intended;
import io.deskhand.server.hooks.TicketHook;
import io.deskhand.server.store.View;
import java.util.UUID;

/** A new ticket of an enterprise organization has at least a high priority. */
final class EnterprisePriority implements TicketHook {
  @Override
  public String name() {
    return "enterprise_priority";
  }

  @Override
  public Ticket creating(Intended change) {
    Ticket ticket = change.proposed();
    UUID organization = ticket.organizationId();
    boolean raise =
        ticket.priority().compareTo(Priority.HIGH) < 0
            && organization != null
            && isEnterprise(change.view(), organization);
    return raise ? ticket.toBuilder().priority(Priority.HIGH).build() : ticket;
  }

  private static boolean isEnterprise(View view, UUID organization) {
    return view.organizations()
        .find(organization)
        .filter(found -> found.tier() == OrganizationTier.ENTERPRISE)
        .isPresent();
  }
}
