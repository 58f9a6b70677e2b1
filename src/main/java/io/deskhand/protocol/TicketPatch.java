package io.deskhand.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of PATCH /support/tickets/{id}: the fields to change. A field that is there and null is
 * cleared; one that is not there stays.
 *
 * @param present the names of the fields that are there
 * @param values their values
 */
public record TicketPatch(Set<String> present, Values values) {
  private static final Set<String> NEVER_EMPTY =
      Set.of("subject", "status", "priority", "category", "channel", "tags");

  /** Every field that a patch may carry. */
  public record Values(
      @Nullable String subject,
      @Nullable String description,
      @Nullable Status status,
      @Nullable Priority priority,
      @Nullable String category,
      @Nullable Channel channel,
      @Nullable String customerName,
      @Nullable String customerEmail,
      @Nullable String customerPhone,
      @Nullable UUID organizationId,
      @Nullable UUID dealId,
      @Nullable UUID departmentId,
      @Nullable UUID assignedTo,
      @Nullable List<String> tags,
      @Nullable Instant snoozedUntil) {}

  /**
   * Reads a patch.
   *
   * @throws BadJson if it is no object, has an unknown field or a wrong type, or clears a field
   *     that a ticket must have
   */
  public static TicketPatch read(JsonNode body) {
    if (!(body instanceof ObjectNode)) {
      throw new BadJson(null, "expected an object");
    }
    Values values = Json.convert(body, Values.class);
    Set<String> present = new LinkedHashSet<>();
    body.fieldNames().forEachRemaining(name -> present.add(Json.camelCase(name)));
    for (String name : NEVER_EMPTY) {
      if (present.contains(name) && Json.tree(values).path(name).isMissingNode()) {
        throw new BadJson(name, "must not be empty");
      }
    }
    return new TicketPatch(present, values);
  }

  /** Whether the patch names {@code field}. */
  public boolean has(String field) {
    return present.contains(field);
  }

  /** This patch without {@code field}. */
  public TicketPatch without(String field) {
    Set<String> rest = new LinkedHashSet<>(present);
    rest.remove(field);
    return new TicketPatch(rest, values);
  }

  /**
   * {@code ticket} with the plain fields of this patch. Status and assignee are verbs of the
   * ticket's life and not applied here; version and times stay.
   */
  public Ticket applyTo(Ticket ticket) {
    TicketBuilder next = ticket.toBuilder();
    applyWords(next);
    applyPlace(next);
    return next.build();
  }

  private void applyWords(TicketBuilder next) {
    if (values.subject() != null) {
      next.subject(values.subject());
    }
    if (has("description")) {
      next.description(values.description());
    }
    if (values.priority() != null) {
      next.priority(values.priority());
    }
    if (values.category() != null) {
      next.category(values.category());
    }
    if (values.channel() != null) {
      next.channel(values.channel());
    }
    if (values.tags() != null) {
      next.tags(values.tags());
    }
  }

  private void applyPlace(TicketBuilder next) {
    if (has("customerName")) {
      next.customerName(values.customerName());
    }
    if (has("customerEmail")) {
      next.customerEmail(values.customerEmail());
    }
    if (has("customerPhone")) {
      next.customerPhone(values.customerPhone());
    }
    if (has("organizationId")) {
      next.organizationId(values.organizationId());
    }
    if (has("dealId")) {
      next.dealId(values.dealId());
    }
    if (has("departmentId")) {
      next.departmentId(values.departmentId());
    }
    if (has("snoozedUntil")) {
      next.snoozedUntil(values.snoozedUntil());
    }
  }
}
