package io.deskhand.server.tickets;

import io.deskhand.model.Ticket;
import io.deskhand.server.store.Tx;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the agents' active tickets right. */
final class Load {
  private Load() {}

  /** Who a ticket counts for: whom it was escalated to, else its assignee, while it is active. */
  static @Nullable UUID holder(Ticket ticket) {
    if (!ticket.status().isActive()) {
      return null;
    }
    return ticket.escalatedTo() != null ? ticket.escalatedTo() : ticket.assignedTo();
  }

  /** Moves the load from who had the ticket to who has it now. */
  static void move(Tx tx, @Nullable UUID from, @Nullable UUID to) {
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      tx.staff().addLoad(from, -1);
    }
    if (to != null) {
      tx.staff().addLoad(to, 1);
    }
  }
}
