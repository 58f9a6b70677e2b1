package io.deskhand.sync.engine;

import io.deskhand.model.Ticket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes tickets small enough to keep them all in memory: without the description, and with one copy
 * of what many of them share. Of one thread.
 */
final class Lean {
  private final Map<Object, Object> shared = new HashMap<>();

  Ticket of(Ticket ticket) {
    return ticket.toBuilder()
        .description(null)
        .category(one(ticket.category()))
        .departmentId(maybe(ticket.departmentId()))
        .organizationId(maybe(ticket.organizationId()))
        .assignedTo(maybe(ticket.assignedTo()))
        .assignedToName(maybe(ticket.assignedToName()))
        .escalatedTo(maybe(ticket.escalatedTo()))
        .escalatedToName(maybe(ticket.escalatedToName()))
        .resolvedBy(maybe(ticket.resolvedBy()))
        .tags(one(ticket.tags()))
        .build();
  }

  private <T> @Nullable T maybe(@Nullable T value) {
    return value == null ? null : one(value);
  }

  @SuppressWarnings("unchecked") // equal things are of one type here
  private <T> T one(T value) {
    Object first = shared.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }
}
