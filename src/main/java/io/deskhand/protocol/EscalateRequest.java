package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/tickets/{id}/escalate and /support/tickets/escalate: a reason, and one
 * of agent, department and tier, or none for the next tier.
 */
public record EscalateRequest(
    @Nullable UUID ticketId,
    @Nullable String reason,
    @Nullable UUID agentId,
    @Nullable UUID departmentId,
    @Nullable Integer tier) {}
