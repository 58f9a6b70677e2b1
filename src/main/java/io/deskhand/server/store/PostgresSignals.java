package io.deskhand.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals over PostgreSQL's NOTIFY: a relay sends them outside of all business transactions, one
 * connection listens. The servers of one desk, and nobody else in the database, share a channel.
 */
final class PostgresSignals implements SignalLine {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
  private static final String LOG_GREW = "log";
  private static final int MOST_BYTES = 7_000;

  private final UUID server;
  private final Map<String, List<Consumer<JsonNode>>> listeners = new ConcurrentHashMap<>();
  private final NotifyRelay relay;
  private final NotifyListener listener;

  /** What goes over the wire. */
  private record Word(UUID from, String topic, JsonNode data) {}

  /**
   * @param jdbi for what is sent
   * @param server who sends it
   * @param epoch of the desk
   */
  PostgresSignals(Jdbi jdbi, PostgresEngine engine, UUID server, UUID epoch) {
    this.server = server;
    String channel = "deskhand_" + epoch.toString().replace("-", "");
    this.relay = new NotifyRelay(jdbi, channel, text(LOG_GREW, Json.object()));
    this.listener = new NotifyListener(engine, channel, this::deliver);
  }

  @Override
  public void start(Runnable onLogGrew) {
    on(LOG_GREW, data -> onLogGrew.run());
    listener.start(onLogGrew);
    relay.start();
  }

  @Override
  public void logGrew() {
    relay.nudge();
  }

  @Override
  public void send(String topic, Object data) {
    String text = text(topic, Json.tree(data));
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      LOG.warn("a signal about {} is too long to be sent", topic);
    } else {
      relay.send(text);
    }
  }

  private String text(String topic, JsonNode data) {
    return Json.text(new Word(server, topic, data));
  }

  @Override
  public void on(String topic, Consumer<JsonNode> listener) {
    listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>()).add(listener);
  }

  private void deliver(String text) {
    try {
      Word word = Json.read(text, Word.class);
      if (!word.from().equals(server)) {
        listeners
            .getOrDefault(word.topic(), List.of())
            .forEach(listener -> listener.accept(word.data()));
      }
    } catch (RuntimeException e) {
      LOG.warn("a signal of another server could not be handled", e);
    }
  }

  @Override
  public void close() {
    listener.close();
    relay.close();
  }
}
