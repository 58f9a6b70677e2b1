package io.deskhand.server.tickets;

import io.deskhand.model.Ticket;
import io.deskhand.server.store.Tx;
import org.jspecify.annotations.Nullable;

/** Keeps it written down since when a ticket waits for somebody to take it. */
final class Waiting {
  private Waiting() {}

  /** Whether {@code ticket} needs work and nobody has it. */
  static boolean waits(@Nullable Ticket ticket) {
    return ticket != null
        && ticket.status().isActive()
        && ticket.assignedTo() == null
        && ticket.escalatedTo() == null;
  }

  /** Notes what became of a ticket; null before it was made and after it was deleted. */
  static void move(Tx tx, @Nullable Ticket before, @Nullable Ticket after) {
    if (after != null && waits(after) && !waits(before)) {
      tx.waiting().begin(after.id(), tx.now());
    } else if (before != null && waits(before) && !waits(after)) {
      tx.waiting().end(before.id());
    }
  }
}
