package io.deskhand.protocol;

import io.deskhand.model.Priority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/escalations: a ticket and a reason, at most one target (none means the
 * next tier), and the priority that it should have.
 */
public record AskEscalation(
    @Nullable UUID id,
    @Nullable UUID ticketId,
    @Nullable String reason,
    @Nullable Integer targetTier,
    @Nullable UUID targetDepartmentId,
    @Nullable UUID targetAgentId,
    @Nullable Priority targetPriority) {}
