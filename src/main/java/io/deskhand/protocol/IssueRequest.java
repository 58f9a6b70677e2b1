package io.deskhand.protocol;

import io.deskhand.model.Issue;
import io.deskhand.model.Priority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/issues and PATCH /support/issues/{id}. A new one needs a title; what a
 * patch leaves out stays, what it has as null is cleared, and id, ticket, customer and organization
 * never change.
 */
public record IssueRequest(
    @Nullable UUID id,
    @Nullable UUID ticketId,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId,
    Issue.@Nullable Type type,
    Issue.@Nullable Status status,
    @Nullable String title,
    @Nullable String description,
    @Nullable Priority priority,
    @Nullable UUID assignedTo) {}
