package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/tickets/{id}/assign and /support/tickets/assign: an agent, or {@code
 * auto} for the server's choice.
 */
public record AssignRequest(
    @Nullable UUID ticketId, @Nullable UUID agentId, @Nullable Boolean auto) {}
