package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Ticket} field by field, from nothing or from another one. Not thread-safe. */
public final class TicketBuilder {
  private final UUID id;
  private @Nullable String ticketNumber;
  private String subject;
  private @Nullable String description;
  private Status status = Status.OPEN;
  private Priority priority = Priority.MEDIUM;
  private String category = "general";
  private Channel channel = Channel.WEB;
  private @Nullable UUID customerId;
  private @Nullable String customerName;
  private @Nullable String customerEmail;
  private @Nullable String customerPhone;
  private @Nullable UUID organizationId;
  private @Nullable UUID dealId;
  private @Nullable UUID departmentId;
  private @Nullable UUID assignedTo;
  private @Nullable String assignedToName;
  private @Nullable UUID escalatedTo;
  private @Nullable String escalatedToName;
  private @Nullable String resolution;
  private @Nullable Instant resolvedAt;
  private @Nullable UUID resolvedBy;
  private @Nullable Instant closedAt;
  private @Nullable Instant firstResponseAt;
  private @Nullable Instant dueAt;
  private @Nullable Instant snoozedUntil;
  private @Nullable Integer satisfaction;
  private @Nullable String satisfactionComment;
  private int messageCount = 0;
  private @Nullable Instant lastMessageAt;
  private List<String> tags = List.of();
  private Instant createdAt;
  private Instant updatedAt;
  private long version = 1;

  /** A new ticket: open, of medium priority, general, from the web, version 1. */
  public TicketBuilder(UUID id, String subject, Instant createdAt) {
    this.id = id;
    this.subject = subject;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  TicketBuilder(Ticket ticket) {
    this.id = ticket.id();
    this.ticketNumber = ticket.ticketNumber();
    this.subject = ticket.subject();
    this.description = ticket.description();
    this.status = ticket.status();
    this.priority = ticket.priority();
    this.category = ticket.category();
    this.channel = ticket.channel();
    this.customerId = ticket.customerId();
    this.customerName = ticket.customerName();
    this.customerEmail = ticket.customerEmail();
    this.customerPhone = ticket.customerPhone();
    this.organizationId = ticket.organizationId();
    this.dealId = ticket.dealId();
    this.departmentId = ticket.departmentId();
    this.assignedTo = ticket.assignedTo();
    this.assignedToName = ticket.assignedToName();
    this.escalatedTo = ticket.escalatedTo();
    this.escalatedToName = ticket.escalatedToName();
    this.resolution = ticket.resolution();
    this.resolvedAt = ticket.resolvedAt();
    this.resolvedBy = ticket.resolvedBy();
    this.closedAt = ticket.closedAt();
    this.firstResponseAt = ticket.firstResponseAt();
    this.dueAt = ticket.dueAt();
    this.snoozedUntil = ticket.snoozedUntil();
    this.satisfaction = ticket.satisfaction();
    this.satisfactionComment = ticket.satisfactionComment();
    this.messageCount = ticket.messageCount();
    this.lastMessageAt = ticket.lastMessageAt();
    this.tags = ticket.tags();
    this.createdAt = ticket.createdAt();
    this.updatedAt = ticket.updatedAt();
    this.version = ticket.version();
  }

  public TicketBuilder ticketNumber(@Nullable String value) {
    this.ticketNumber = value;
    return this;
  }

  public TicketBuilder subject(String value) {
    this.subject = value;
    return this;
  }

  public TicketBuilder description(@Nullable String value) {
    this.description = value;
    return this;
  }

  public TicketBuilder status(Status value) {
    this.status = value;
    return this;
  }

  public TicketBuilder priority(Priority value) {
    this.priority = value;
    return this;
  }

  public TicketBuilder category(String value) {
    this.category = value;
    return this;
  }

  public TicketBuilder channel(Channel value) {
    this.channel = value;
    return this;
  }

  public TicketBuilder customerId(@Nullable UUID value) {
    this.customerId = value;
    return this;
  }

  public TicketBuilder customerName(@Nullable String value) {
    this.customerName = value;
    return this;
  }

  public TicketBuilder customerEmail(@Nullable String value) {
    this.customerEmail = value;
    return this;
  }

  public TicketBuilder customerPhone(@Nullable String value) {
    this.customerPhone = value;
    return this;
  }

  public TicketBuilder organizationId(@Nullable UUID value) {
    this.organizationId = value;
    return this;
  }

  public TicketBuilder dealId(@Nullable UUID value) {
    this.dealId = value;
    return this;
  }

  public TicketBuilder departmentId(@Nullable UUID value) {
    this.departmentId = value;
    return this;
  }

  public TicketBuilder assignedTo(@Nullable UUID value) {
    this.assignedTo = value;
    return this;
  }

  public TicketBuilder assignedToName(@Nullable String value) {
    this.assignedToName = value;
    return this;
  }

  public TicketBuilder escalatedTo(@Nullable UUID value) {
    this.escalatedTo = value;
    return this;
  }

  public TicketBuilder escalatedToName(@Nullable String value) {
    this.escalatedToName = value;
    return this;
  }

  public TicketBuilder resolution(@Nullable String value) {
    this.resolution = value;
    return this;
  }

  public TicketBuilder resolvedAt(@Nullable Instant value) {
    this.resolvedAt = value;
    return this;
  }

  public TicketBuilder resolvedBy(@Nullable UUID value) {
    this.resolvedBy = value;
    return this;
  }

  public TicketBuilder closedAt(@Nullable Instant value) {
    this.closedAt = value;
    return this;
  }

  public TicketBuilder firstResponseAt(@Nullable Instant value) {
    this.firstResponseAt = value;
    return this;
  }

  public TicketBuilder dueAt(@Nullable Instant value) {
    this.dueAt = value;
    return this;
  }

  public TicketBuilder snoozedUntil(@Nullable Instant value) {
    this.snoozedUntil = value;
    return this;
  }

  public TicketBuilder satisfaction(@Nullable Integer value) {
    this.satisfaction = value;
    return this;
  }

  public TicketBuilder satisfactionComment(@Nullable String value) {
    this.satisfactionComment = value;
    return this;
  }

  public TicketBuilder messageCount(int value) {
    this.messageCount = value;
    return this;
  }

  public TicketBuilder lastMessageAt(@Nullable Instant value) {
    this.lastMessageAt = value;
    return this;
  }

  public TicketBuilder tags(List<String> value) {
    this.tags = value;
    return this;
  }

  public TicketBuilder createdAt(Instant value) {
    this.createdAt = value;
    return this;
  }

  public TicketBuilder updatedAt(Instant value) {
    this.updatedAt = value;
    return this;
  }

  public TicketBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Ticket build() {
    return new Ticket(
        id,
        ticketNumber,
        subject,
        description,
        status,
        priority,
        category,
        channel,
        customerId,
        customerName,
        customerEmail,
        customerPhone,
        organizationId,
        dealId,
        departmentId,
        assignedTo,
        assignedToName,
        escalatedTo,
        escalatedToName,
        resolution,
        resolvedAt,
        resolvedBy,
        closedAt,
        firstResponseAt,
        dueAt,
        snoozedUntil,
        satisfaction,
        satisfactionComment,
        messageCount,
        lastMessageAt,
        tags,
        createdAt,
        updatedAt,
        version);
  }
}
