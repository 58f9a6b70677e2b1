package io.deskhand.protocol;

import io.deskhand.model.Activity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/activities and PATCH /support/activities/{id}. A new one needs a
 * subject; what a patch leaves out stays, what it has as null is cleared, and id, ticket, customer
 * and organization never change.
 */
public record ActivityRequest(
    @Nullable UUID id,
    @Nullable UUID ticketId,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId,
    Activity.@Nullable Type type,
    Activity.@Nullable Status status,
    @Nullable String subject,
    @Nullable String description,
    @Nullable UUID assignedTo,
    @Nullable Instant dueAt) {}
