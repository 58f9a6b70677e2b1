package io.deskhand.server.store;

import java.time.Instant;
import java.util.UUID;

/** The tickets that wait for somebody to take them, and whose lead was warned of it. */
public interface WaitingTickets extends WaitingReads {
  /** A ticket begins to wait. */
  void begin(UUID ticketId, Instant since);

  /** Somebody has it, or it needs nobody any more. */
  void end(UUID ticketId);

  /** The lead was warned: once is enough for each time that a ticket waits. */
  void warned(UUID ticketId);
}
