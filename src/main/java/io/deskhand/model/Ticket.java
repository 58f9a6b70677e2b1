package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for support, from its creation to its end (contract section 1).
 *
 * @param ticketNumber TKT-year-sequence, given by the server; null while it is only on a console
 * @param category the key of a {@link Category}
 * @param assignedTo the agent who works on it, or null
 * @param dueAt the next deadline that its SLA sets, or null
 * @param satisfaction 1 to 5, or null while the customer has not rated it
 * @param messageCount messages of every kind, internal notes included
 * @param tags never null, in the order given
 * @param version 1 for a new ticket, and one more with every change
 */
public record Ticket(
    UUID id,
    @Nullable String ticketNumber,
    String subject,
    @Nullable String description,
    Status status,
    Priority priority,
    String category,
    Channel channel,
    @Nullable UUID customerId,
    @Nullable String customerName,
    @Nullable String customerEmail,
    @Nullable String customerPhone,
    @Nullable UUID organizationId,
    @Nullable UUID dealId,
    @Nullable UUID departmentId,
    @Nullable UUID assignedTo,
    @Nullable String assignedToName,
    @Nullable UUID escalatedTo,
    @Nullable String escalatedToName,
    @Nullable String resolution,
    @Nullable Instant resolvedAt,
    @Nullable UUID resolvedBy,
    @Nullable Instant closedAt,
    @Nullable Instant firstResponseAt,
    @Nullable Instant dueAt,
    @Nullable Instant snoozedUntil,
    @Nullable Integer satisfaction,
    @Nullable String satisfactionComment,
    int messageCount,
    @Nullable Instant lastMessageAt,
    List<String> tags,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public Ticket {
    tags = List.copyOf(tags);
  }

  /** A builder that starts from this ticket. */
  public TicketBuilder toBuilder() {
    return new TicketBuilder(this);
  }

  /** Whether {@code agent} works on this ticket, by assignment or by escalation. */
  public boolean isWith(UUID agent) {
    return agent.equals(assignedTo) || agent.equals(escalatedTo);
  }
}
