package io.deskhand.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** For a server that has its database to itself: there is nobody to send to, and nobody to hear. */
final class NoSignals implements SignalLine {
  @Override
  public void start(Runnable onLogGrew) {}

  @Override
  public void logGrew() {}

  @Override
  public void send(String topic, Object data) {}

  @Override
  public void on(String topic, Consumer<JsonNode> listener) {}

  @Override
  public void close() {}
}
