package io.deskhand.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done beside a ticket, or without one. With a ticket it is seen by the
 * staff who see that; without one it is seen as a ticket of its own department and assignee would
 * be.
 */
public sealed interface FollowUp permits Activity, Issue {
  UUID id();

  @Nullable UUID ticketId();

  @Nullable UUID customerId();

  @Nullable UUID organizationId();

  @Nullable UUID departmentId();

  @Nullable UUID assignedTo();

  Instant createdAt();
}
