package io.deskhand.protocol;

import io.deskhand.model.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of the five POST /support/tickets/bulk routes: tickets by id or by query (the parameters
 * of the list route), and the fields of the verb.
 */
public record BulkRequest(
    @Nullable List<UUID> ticketIds,
    @Nullable Map<String, String> query,
    @Nullable UUID agentId,
    @Nullable Boolean auto,
    @Nullable String resolution,
    @Nullable Status status,
    @Nullable String message,
    NotifyRequest.@Nullable Recipient to,
    @Nullable String reason,
    @Nullable UUID departmentId,
    @Nullable Integer tier) {}
