package io.deskhand.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks their lead to escalate a ticket. At most one of the targets is there; none means
 * the next tier.
 *
 * @param targetTier 1 to 3
 * @param targetPriority what the ticket's priority is to be; null to leave it
 * @param decidedBy null while it is pending
 * @param comment what the one who decided had to say
 */
public record EscalationRequest(
    UUID id,
    UUID ticketId,
    String reason,
    @Nullable Integer targetTier,
    @Nullable UUID targetDepartmentId,
    @Nullable UUID targetAgentId,
    @Nullable Priority targetPriority,
    EscalationStatus status,
    UUID requestedBy,
    String requestedByName,
    @Nullable UUID decidedBy,
    @Nullable String decidedByName,
    @Nullable String comment,
    Instant createdAt,
    @Nullable Instant decidedAt) {}
