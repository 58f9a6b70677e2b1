package io.deskhand.server.store;

import io.deskhand.model.Ticket;

/** The tickets, to change. */
public interface TicketWrites extends TicketReads {
  /** The next ticket number of the transaction's year (UTC). */
  String nextNumber();

  void insert(Ticket ticket);

  /** Replaces {@code before} by {@code after}, which has the same id. */
  void update(Ticket before, Ticket after);

  /** Deletes it softly: no read finds it again, its row stays. */
  void remove(Ticket ticket);
}
