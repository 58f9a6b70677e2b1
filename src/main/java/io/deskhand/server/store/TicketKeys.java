package io.deskhand.server.store;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a ticket is found, sorted and counted by. */
public record TicketKeys(
    UUID id,
    String number,
    String subject,
    Status status,
    Priority priority,
    String category,
    Channel channel,
    @Nullable UUID customerId,
    @Nullable String customerName,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId,
    @Nullable UUID assignedTo,
    @Nullable UUID escalatedTo,
    @Nullable Instant resolvedAt,
    @Nullable Instant firstResponseAt,
    @Nullable Instant dueAt,
    @Nullable Integer satisfaction,
    @Nullable Instant lastMessageAt,
    boolean snoozed,
    List<String> tags,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public TicketKeys {
    tags = List.copyOf(tags);
  }

  /** Those of {@code ticket}, which must have a number. */
  public static TicketKeys of(Ticket ticket) {
    return new TicketKeys(
        ticket.id(),
        Objects.requireNonNull(ticket.ticketNumber(), "a stored ticket has a number"),
        ticket.subject(),
        ticket.status(),
        ticket.priority(),
        ticket.category(),
        ticket.channel(),
        ticket.customerId(),
        ticket.customerName(),
        ticket.organizationId(),
        ticket.departmentId(),
        ticket.assignedTo(),
        ticket.escalatedTo(),
        ticket.resolvedAt(),
        ticket.firstResponseAt(),
        ticket.dueAt(),
        ticket.satisfaction(),
        ticket.lastMessageAt(),
        ticket.snoozedUntil() != null,
        ticket.tags(),
        ticket.createdAt(),
        ticket.updatedAt(),
        ticket.version());
  }
}
