package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;

/** What happened to the tickets, to append to. There is no other way to change it. */
public interface HistoryWrites extends HistoryReads {
  /**
   * Appends an entry of {@code ticket}; its time is moved on where it would not be the ticket's
   * last.
   */
  void append(HistoryEntry entry, Ticket ticket);
}
