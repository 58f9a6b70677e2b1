package io.deskhand.demo.customers;

import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket; what comes in is handed over to the schedule's thread. */
final class LiveSocket extends WebSocketClient {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int LOST_AFTER_SECONDS = 15;

  private final Schedule schedule;
  private Runnable opened = () -> {};
  private Consumer<String> heard = text -> {};
  private Consumer<String> ended = reason -> {};

  LiveSocket(URI address, Schedule schedule) {
    super(
        address,
        new Draft_6455(List.of(), List.of(new Protocol("")), Limits.SERVER_FRAME_BYTES),
        Map.of(),
        CONNECT_MILLIS);
    this.schedule = schedule;
    setConnectionLostTimeout(LOST_AFTER_SECONDS);
    setDaemon(true);
  }

  /** Connects without waiting; {@code onEnd} is told once, however it ends. */
  void start(Runnable onOpen, Consumer<String> onText, Consumer<String> onEnd) {
    opened = onOpen;
    heard = onText;
    ended = onEnd;
    connect();
  }

  /** Sends {@code frame}, or nothing if the connection has just broken. */
  void say(Frame frame) {
    try {
      send(Json.text(frame));
    } catch (WebsocketNotConnectedException e) {
      LOG.debug("a {} frame came too late", frame.event());
    }
  }

  /** Ends the connection without waiting. */
  void hangUp() {
    close();
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    schedule.now(opened);
  }

  @Override
  public void onMessage(String text) {
    schedule.now(() -> heard.accept(text));
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    schedule.now(() -> ended.accept(code + " " + reason));
  }

  @Override
  public void onError(Exception e) {
    LOG.debug("a customer's connection failed", e);
  }
}
