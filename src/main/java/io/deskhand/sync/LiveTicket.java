package io.deskhand.sync;

import java.util.UUID;

/** One open ticket. Thread-safe. */
public interface LiveTicket extends AutoCloseable {
  UUID ticketId();

  Live<TicketState> state();

  /** Loads older messages and history than are there; nothing happens when all are. */
  void loadOlder();

  /** Tells the others that this person types, or has stopped. Repeats are thinned out here. */
  void typing(boolean typing);

  /** Everything up to the newest message has been seen by this person. */
  void markRead();

  /** Leaves the room. */
  @Override
  void close();
}
