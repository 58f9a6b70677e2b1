package io.deskhand.protocol;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of GET /support/tickets/stats.
 *
 * @param figures the same and more in detail
 */
public record TicketStats(
    long total,
    Map<Status, Long> byStatus,
    Map<Priority, Long> byPriority,
    long unassigned,
    @Nullable Double averageFirstResponseSeconds,
    @Nullable Double averageResolutionSeconds,
    @Nullable Double averageSatisfaction,
    WorkFigures figures) {}
