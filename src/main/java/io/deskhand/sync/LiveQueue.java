package io.deskhand.sync;

import java.util.List;
import java.util.UUID;

/**
 * The tickets that fit a query, in order, as an index in memory: every method here answers at once,
 * on any thread. Its size is not limited; ask for the window that is on the screen.
 */
public interface LiveQueue extends AutoCloseable {
  /**
   * A number that grows with each change of the queue, coalesced: a thousand changes may be one
   * step.
   */
  Live<Long> revision();

  int size();

  /** The rows from {@code from} (inclusive) to {@code to} (exclusive), cut to what is there. */
  List<TicketRow> rows(int from, int to);

  /** Where a ticket stands, or -1. */
  int indexOf(UUID ticketId);

  /** Every ticket's id, in order: for select all, and for bulk over the whole filter. */
  List<UUID> ids();

  @Override
  void close();
}
