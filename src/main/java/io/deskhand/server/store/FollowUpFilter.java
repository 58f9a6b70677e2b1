package io.deskhand.server.store;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which activities or issues. An empty set and a null mean: any.
 *
 * @param statuses by their names on the wire
 */
public record FollowUpFilter(
    @Nullable UUID ticketId,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID assignedTo,
    Set<String> statuses) {
  public FollowUpFilter {
    statuses = Set.copyOf(statuses);
  }

  /** Those of a ticket. */
  public static FollowUpFilter of(UUID ticketId) {
    return new FollowUpFilter(ticketId, null, null, null, Set.of());
  }
}
