package io.deskhand.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do: a task, a call, a survey.
 *
 * @param departmentId whose it is where there is no ticket
 * @param completedAt when it was done; null while it is not
 * @param createdBy null for the desk's own automations
 * @param version 1 for a new one, and one more with every change
 */
public record Activity(
    UUID id,
    @Nullable UUID ticketId,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId,
    Type type,
    Status status,
    String subject,
    @Nullable String description,
    @Nullable UUID assignedTo,
    @Nullable Instant dueAt,
    @Nullable Instant completedAt,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements FollowUp {
  /** What kind of thing is to be done. */
  public enum Type implements WireEnum {
    TASK,
    CALL,
    EMAIL,
    MEETING,
    SATISFACTION_SURVEY,
    HEALTH_CHECK
  }

  /** How far it is. */
  public enum Status implements WireEnum {
    OPEN,
    DONE,
    CANCELLED
  }
}
