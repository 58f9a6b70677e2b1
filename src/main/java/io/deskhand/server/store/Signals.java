package io.deskhand.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * Short words between the servers that share a database, for what is not worth keeping: who types,
 * who signed out. Best effort: a server that is cut off for a while hears nothing of it.
 * Thread-safe.
 */
public interface Signals {
  /**
   * Sends {@code data} to the other servers; returns at once.
   *
   * @param topic what it is about
   * @param data written as JSON, at most 7,000 bytes of it; more is not sent
   */
  void send(String topic, Object data);

  /**
   * Calls {@code listener} with the data of whatever other servers send about {@code topic}, in the
   * order in which one server sent it, on one thread that it must not hold up.
   */
  void on(String topic, Consumer<JsonNode> listener);
}
