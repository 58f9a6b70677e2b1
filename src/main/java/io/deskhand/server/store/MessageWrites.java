package io.deskhand.server.store;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;

/** The conversations, to add to. */
public interface MessageWrites extends MessageReads {
  /** Adds a message of {@code ticket}. */
  void insert(Message message, Ticket ticket);

  /** Stores who read it and when; nothing else of a message ever changes. */
  void markRead(Message message, Ticket ticket);
}
