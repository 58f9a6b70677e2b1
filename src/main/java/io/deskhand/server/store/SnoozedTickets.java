package io.deskhand.server.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tickets that are snoozed, to change; {@link io.deskhand.model.Ticket} has the same time. */
public interface SnoozedTickets extends SnoozeReads {
  /**
   * @param until null: no more
   */
  void set(UUID ticketId, @Nullable Instant until);
}
