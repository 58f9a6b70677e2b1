package io.deskhand.server.tickets;

import io.deskhand.model.Department;
import io.deskhand.model.FieldChange;
import io.deskhand.model.Organization;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a ticket, in words for its history. */
final class TicketDiff {
  private static final int LONGEST = 500;
  private final View view;
  private final List<FieldChange> changes = new ArrayList<>();

  private TicketDiff(View view) {
    this.view = view;
  }

  static List<FieldChange> between(View view, Ticket before, Ticket after) {
    TicketDiff diff = new TicketDiff(view);
    diff.words(before, after);
    diff.people(before, after);
    diff.places(before, after);
    return diff.changes;
  }

  private void words(Ticket before, Ticket after) {
    add("status", before.status().wire(), after.status().wire());
    add("priority", before.priority().wire(), after.priority().wire());
    add("subject", before.subject(), after.subject());
    add("description", before.description(), after.description());
    add("category", before.category(), after.category());
    add("channel", before.channel().wire(), after.channel().wire());
    add("tags", String.join(", ", before.tags()), String.join(", ", after.tags()));
    add("resolution", before.resolution(), after.resolution());
    add("snoozedUntil", text(before.snoozedUntil()), text(after.snoozedUntil()));
    add("satisfaction", text(before.satisfaction()), text(after.satisfaction()));
    add("satisfactionComment", before.satisfactionComment(), after.satisfactionComment());
  }

  private void people(Ticket before, Ticket after) {
    if (!Objects.equals(before.assignedTo(), after.assignedTo())) {
      add("assignedTo", before.assignedToName(), after.assignedToName());
    }
    if (!Objects.equals(before.escalatedTo(), after.escalatedTo())) {
      add("escalatedTo", before.escalatedToName(), after.escalatedToName());
    }
    add("customerName", before.customerName(), after.customerName());
    add("customerEmail", before.customerEmail(), after.customerEmail());
    add("customerPhone", before.customerPhone(), after.customerPhone());
  }

  private void places(Ticket before, Ticket after) {
    if (!Objects.equals(before.departmentId(), after.departmentId())) {
      add("departmentId", department(before.departmentId()), department(after.departmentId()));
    }
    if (!Objects.equals(before.organizationId(), after.organizationId())) {
      add(
          "organizationId",
          organization(before.organizationId()),
          organization(after.organizationId()));
    }
    add("dealId", text(before.dealId()), text(after.dealId()));
  }

  private @Nullable String department(@Nullable UUID id) {
    return id == null ? null : view.departments().find(id).map(Department::name).orElse(null);
  }

  private @Nullable String organization(@Nullable UUID id) {
    return id == null ? null : view.organizations().find(id).map(Organization::name).orElse(null);
  }

  private void add(String field, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      changes.add(new FieldChange(field, shortened(from), shortened(to)));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** History is to be read at a glance; the whole text is in the ticket. */
  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
