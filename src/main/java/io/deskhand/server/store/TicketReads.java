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

  /** How many of the tickets that {@code scope} sees match. */
  long count(TicketFilter filter, Scope scope);

  /** {@code limit} of the matching tickets after the first {@code offset} ones. */
  List<Ticket> list(TicketFilter filter, Scope scope, TicketOrder order, int limit, long offset);

  /** {@code limit} of the matching tickets after the place {@code last} in that order. */
  List<Ticket> listAfter(
      TicketFilter filter, Scope scope, TicketOrder order, int limit, TicketOrder.Place last);

  /** The ids of the matching tickets, oldest first, at most {@code limit}. */
  List<UUID> ids(TicketFilter filter, Scope scope, int limit);
}
