package io.deskhand.server.store;

import java.time.Instant;
import java.util.UUID;

/** A place in a ticket's conversation or history, which are in order of time and then id. */
public record Position(Instant at, UUID id) {
  /** Comes after every id. */
  public static final UUID LAST_ID = new UUID(-1L, -1L);

  /**
   * Comes after everything. A page from here names a time, which makes H2 read by the index that is
   * in its order, and not by the one it keeps for the tickets' key: that one has all of a ticket.
   */
  static final Position END = new Position(Instant.parse("9999-12-31T23:59:59.999Z"), LAST_ID);
}
