package io.deskhand.server.store;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets. An empty set and a null mean: any.
 *
 * @param assignee who works on it, by assignment or by escalation
 * @param unassigned only those that nobody works on
 * @param createdFrom the first moment, included
 * @param createdTo the first moment after, not included
 * @param updatedSince the first moment, included
 * @param snoozed only those that are snoozed, or only those that are not
 * @param text words that must each be in the number, the subject, the customer's name or a message;
 *     the last one may be only begun
 */
public record TicketFilter(
    Set<Status> statuses,
    Set<Priority> priorities,
    Set<String> categories,
    Set<Channel> channels,
    @Nullable UUID assignee,
    boolean unassigned,
    @Nullable UUID departmentId,
    @Nullable UUID organizationId,
    @Nullable UUID customerId,
    Set<String> tags,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Instant updatedSince,
    @Nullable Boolean snoozed,
    @Nullable String text) {
  public TicketFilter {
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
    categories = Set.copyOf(categories);
    channels = Set.copyOf(channels);
    tags = Set.copyOf(tags);
  }

  /** Every ticket. */
  public static final TicketFilter ALL =
      new TicketFilter(
          Set.of(), Set.of(), Set.of(), Set.of(), null, false, null, null, null, Set.of(), null,
          null, null, null, null);

  /** The tickets that were created in a range. */
  public static TicketFilter created(@Nullable Instant from, @Nullable Instant to) {
    return new TicketFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), null, false, null, null, null, Set.of(), from, to,
        null, null, null);
  }

  /** The tickets in one of {@code statuses}, of {@code assignee} if there is one. */
  public static TicketFilter in(Set<Status> statuses, @Nullable UUID assignee) {
    return new TicketFilter(
        statuses, Set.of(), Set.of(), Set.of(), assignee, false, null, null, null, Set.of(), null,
        null, null, null, null);
  }
}
