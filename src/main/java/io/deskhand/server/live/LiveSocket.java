package io.deskhand.server.live;

import io.deskhand.protocol.Limits;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets as the web server hands them over. */
final class LiveSocket {
  static final int GOING_AWAY = 1001;
  static final int NOT_TEXT = 1003;

  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);

  private final Sockets sockets;
  private final ScheduledExecutorService scheduler;
  private final LiveTiming timing;
  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();

  LiveSocket(Sockets sockets, ScheduledExecutorService scheduler, LiveTiming timing) {
    this.sockets = sockets;
    this.scheduler = scheduler;
    this.timing = timing;
  }

  void configure(WsConfig ws) {
    ws.onConnect(this::open);
    ws.onMessage(message -> with(message, session -> sockets.received(session, message.message())));
    ws.onBinaryMessage(
        message -> with(message, session -> session.close(NOT_TEXT, "text frames only")));
    ws.onClose(this::gone);
    ws.onError(
        error -> {
          LOG.debug("a socket failed", error.error());
          gone(error);
        });
  }

  private void open(WsContext context) {
    context.session.setMaxTextMessageSize(Limits.CLIENT_FRAME_BYTES);
    context.session.setMaxBinaryMessageSize(Limits.CLIENT_FRAME_BYTES);
    context.session.setIdleTimeout(timing.idle());
    sessions.put(
        context.sessionId(),
        sockets.opened(
            new JettyWire((WebSocketSession) context.session, scheduler, timing.closing())));
  }

  private void with(WsContext context, Consumer<LiveSession> action) {
    LiveSession session = sessions.get(context.sessionId());
    if (session != null && !session.isClosed()) {
      action.accept(session);
    }
  }

  private void gone(WsContext context) {
    LiveSession session = sessions.remove(context.sessionId());
    if (session != null) {
      sockets.gone(session);
    }
  }
}
