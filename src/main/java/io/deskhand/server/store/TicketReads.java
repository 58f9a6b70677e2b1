package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tickets, without those that were deleted. */
public interface TicketReads {
  Optional<Ticket> find(UUID id);

  /** Whether {@code id} was ever a ticket, a deleted one included. */
  boolean isTaken(UUID id);

  /**
   * Those of {@code ids} that are there and that {@code scope} sees, in the order of {@code ids}.
   */
  List<Ticket> all(List<UUID> ids, Scope scope);
}
