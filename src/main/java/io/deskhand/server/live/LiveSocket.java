package io.deskhand.server.live;

import io.deskhand.protocol.Limits;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Clock;
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

  private final LiveHub hub;
  private final RoomTalk talk;
  private final ClientFrames frames;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;
  private final LiveTiming timing;
  private final LiveLimits limits;
  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();

  LiveSocket(
      LiveHub hub,
      RoomTalk talk,
      ClientFrames frames,
      ScheduledExecutorService scheduler,
      Clock clock,
      LiveTiming timing,
      LiveLimits limits) {
    this.hub = hub;
    this.talk = talk;
    this.frames = frames;
    this.scheduler = scheduler;
    this.clock = clock;
    this.timing = timing;
    this.limits = limits;
  }

  void configure(WsConfig ws) {
    ws.onConnect(this::open);
    ws.onMessage(message -> with(message, session -> frames.receive(session, message.message())));
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
    LiveSession session =
        new LiveSession(
            new JettyWire((WebSocketSession) context.session, scheduler, timing.closing()),
            new SendQueue.Bound(limits.waitingFrames(), limits.waitingBytes()),
            new RateLimit(clock, limits.burst(), limits.perSecond()),
            new RateLimit(clock, limits.refused(), 1),
            clock.instant());
    sessions.put(context.sessionId(), session);
    hub.add(session);
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
      session.forget();
      hub.remove(session);
      talk.leaveAll(session);
    }
  }
}
