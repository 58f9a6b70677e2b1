package io.deskhand.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work for those who make the product.
 *
 * @param departmentId whose it is where there is no ticket
 * @param resolvedAt when it was resolved or closed; null while it is not
 * @param createdBy null for the desk's own automations
 * @param version 1 for a new one, and one more with every change
 */
public record Issue(
    UUID id,
    @Nullable UUID ticketId,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId,
    Type type,
    Status status,
    String title,
    @Nullable String description,
    Priority priority,
    @Nullable UUID assignedTo,
    @Nullable Instant resolvedAt,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements FollowUp {
  /** What kind of work. */
  public enum Type implements WireEnum {
    BUG,
    FEATURE,
    TASK
  }

  /** How far it is. */
  public enum Status implements WireEnum {
    OPEN,
    IN_PROGRESS,
    RESOLVED,
    CLOSED;

    /** Whether there is nothing left to do. */
    public boolean isOver() {
      return this == RESOLVED || this == CLOSED;
    }
  }
}
