package io.deskhand.server.automation;

import io.deskhand.model.Organization;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rules look at in a ticket, as text. */
final class TicketFacts {
  private final View view;

  TicketFacts(View view) {
    this.view = view;
  }

  /** The texts of a field: none where it is empty, several for tags. */
  List<String> of(Ticket ticket, RuleCondition.Field field) {
    return switch (field) {
      case TAGS -> ticket.tags();
      case STATUS -> List.of(ticket.status().wire());
      case PRIORITY -> List.of(ticket.priority().wire());
      case CATEGORY -> List.of(ticket.category());
      case CHANNEL -> List.of(ticket.channel().wire());
      case SUBJECT -> List.of(ticket.subject());
      case DESCRIPTION -> one(ticket.description());
      case CUSTOMER_ID -> one(ticket.customerId());
      case CUSTOMER_EMAIL -> one(ticket.customerEmail());
      case ORGANIZATION_ID -> one(ticket.organizationId());
      case ORGANIZATION_TIER -> organization(ticket).map(o -> o.tier().wire()).stream().toList();
      case SUBSCRIPTION_STATUS ->
          one(organization(ticket).map(Organization::subscriptionStatus).orElse(null));
      case DEPARTMENT_ID -> one(ticket.departmentId());
      case ASSIGNED_TO -> one(ticket.assignedTo());
      case ESCALATED_TO -> one(ticket.escalatedTo());
      case SATISFACTION -> one(ticket.satisfaction());
      case MESSAGE_COUNT -> one(ticket.messageCount());
    };
  }

  private Optional<Organization> organization(Ticket ticket) {
    UUID id = ticket.organizationId();
    return id == null ? Optional.empty() : view.organizations().find(id);
  }

  private static List<String> one(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.isBlank() ? List.of() : List.of(text);
  }
}
