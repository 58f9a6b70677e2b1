package io.deskhand.sync.engine;

import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveError;
import io.deskhand.protocol.SubscribeTickets;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.rest.Session;
import io.deskhand.sync.rest.SessionEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live connection: opens it, proves who this is, keeps it up, and comes back by itself when it
 * is lost. Of the engine's thread.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int TOKEN_EXPIRED = 4401;

  private final Core core;
  private final Dialer dialer;
  private final Session session;
  private final Client client;
  private final StatusBoard status;
  private final TokenRenewal tokens;
  private final List<Subscription> timers = new ArrayList<>();
  private LinkState state = LinkState.DOWN;
  private @Nullable LiveSocket socket;
  // Whatever belongs to an earlier attempt is dropped.
  private int attempt;
  private int failures;
  private Instant heardAt = Instant.MIN;

  /** Opens a socket to the server. */
  interface Dialer {
    /** Begins to connect, and returns at once. */
    LiveSocket dial(LiveSocket.Listener listener);
  }

  /** What the connection serves. */
  interface Client {
    /** The cursor to subscribe with; null for none. */
    @Nullable Long cursor();

    /** The server is there, at {@code point}; say {@link Connection#current} when the copy is. */
    void connected(SyncPoint point);

    /** The server tells where it is. */
    void heartbeat(SyncPoint point);

    /** Another frame. */
    void frame(Frame frame);

    /** No connection any more. */
    void disconnected();
  }

  Connection(Core core, Dialer dialer, Session session, StatusBoard status, Client client) {
    this.core = core;
    this.dialer = dialer;
    this.session = session;
    this.status = status;
    this.client = client;
    this.tokens =
        new TokenRenewal(
            core,
            session,
            token -> sendNow(Frame.of(Events.AUTHENTICATE, new Authenticate(token))),
            this::failed);
  }

  /** Connects, unless it is switched off or the session has ended. */
  void start() {
    if (!state.allows(LinkState.OPENING)) {
      return;
    }
    cancelTimers();
    move(LinkState.OPENING, null, null);
    int mine = ++attempt;
    timer(core.timing().connect().multipliedBy(2), () -> lost("The server does not answer"));
    core.background()
        .run(
            session::token,
            token -> {
              if (mine == attempt) {
                socket = dialer.dial(ear(mine, token));
              }
            },
            failure -> {
              if (mine == attempt) {
                failed(failure);
              }
            });
  }

  /** The agent's own switch. */
  void switchOff(boolean off) {
    if (off && state.allows(LinkState.SWITCHED_OFF)) {
      down(LinkState.SWITCHED_OFF, null, "You have switched the network off");
    } else if (!off && state == LinkState.SWITCHED_OFF) {
      failures = 0;
      start();
    }
  }

  /** The copy is at the server's head. */
  void current() {
    if (state == LinkState.CATCHING_UP) {
      failures = 0;
      move(LinkState.LIVE, null, null);
    }
    status.asOf(core.clock().instant());
  }

  /** The copy is behind. */
  void behind() {
    if (state == LinkState.LIVE) {
      move(LinkState.CATCHING_UP, null, "Fetching what was missed");
    }
  }

  boolean isLive() {
    return state == LinkState.LIVE;
  }

  /** Sends a frame; false if there is nobody to send it to. */
  boolean send(Frame frame) {
    LiveSocket open = socket;
    boolean up = state == LinkState.LIVE || state == LinkState.CATCHING_UP;
    return up && open != null && open.send(frame);
  }

  /** Something failed that ends this connection. */
  void failed(Exception failure) {
    if (failure instanceof SessionEnded ended) {
      signedOut(String.valueOf(ended.getMessage()));
    } else {
      LOG.debug("the connection fails", failure);
      lost(Failures.of(failure).getMessage());
    }
  }

  /** The session is over. */
  void signedOut(String why) {
    if (state.allows(LinkState.SIGNED_OUT)) {
      down(LinkState.SIGNED_OUT, null, why);
    }
  }

  /** Closes it, without a next attempt. */
  void close() {
    attempt++;
    cancelTimers();
    dropSocket();
  }

  private void lost(@Nullable String reason) {
    if (!state.isUp()) {
      return;
    }
    failures++;
    Duration wait = core.timing().reconnect().after(failures, core.random());
    down(LinkState.DOWN, core.clock().instant().plus(wait), reason);
    timer(wait, this::start);
  }

  private void down(LinkState next, @Nullable Instant retryAt, @Nullable String reason) {
    attempt++;
    cancelTimers();
    dropSocket();
    move(next, retryAt, reason);
    client.disconnected();
  }

  private void move(LinkState next, @Nullable Instant retryAt, @Nullable String reason) {
    if (!state.allows(next)) {
      throw new IllegalStateException("no way from " + state + " to " + next);
    }
    LOG.debug("{} -> {}: {}", state, next, reason);
    state = next;
    // While nobody answers, the desk is offline, and not for a moment connecting at each attempt.
    if (next != LinkState.OPENING || failures == 0) {
      status.phase(next.phase(), retryAt, reason);
    }
  }

  private void heard(Frame frame) {
    heardAt = core.clock().instant();
    switch (frame.event()) {
      case Events.READY -> ready(read(frame, SyncPoint.class));
      case Events.HEARTBEAT -> {
        if (state == LinkState.LIVE) {
          status.asOf(heardAt);
        }
        client.heartbeat(read(frame, SyncPoint.class));
      }
      case Events.ERROR -> error(frame);
      default -> client.frame(frame);
    }
  }

  private void ready(SyncPoint point) {
    switch (state) {
      case AUTHENTICATING -> {
        move(LinkState.SUBSCRIBING, null, null);
        sendNow(Frame.of(Events.SUBSCRIBE_TICKETS, new SubscribeTickets(client.cursor())));
      }
      case SUBSCRIBING -> {
        cancelTimers();
        move(LinkState.CATCHING_UP, null, null);
        watch();
        tokens.start();
        client.connected(point);
      }
      default -> client.heartbeat(point);
    }
  }

  private void error(Frame frame) {
    LiveError error = read(frame, LiveError.class);
    if (state == LinkState.SUBSCRIBING && error.code() == ErrorCode.RESYNC) {
      // The server's log does not reach that far: follow from its head, and take a new snapshot.
      sendNow(Frame.of(Events.SUBSCRIBE_TICKETS, new SubscribeTickets(null)));
    } else if (state == LinkState.AUTHENTICATING || state == LinkState.SUBSCRIBING) {
      session.distrust();
      lost("The server does not let this session in: " + error.message());
    } else {
      core.incidents().note("The server refused a frame: {}", error.message());
    }
  }

  private void opened(String token) {
    heardAt = core.clock().instant();
    move(LinkState.AUTHENTICATING, null, null);
    sendNow(Frame.of(Events.AUTHENTICATE, new Authenticate(token)));
  }

  private void closed(int code, String reason) {
    if (code == TOKEN_EXPIRED) {
      session.distrust();
    }
    lost(
        reason.isBlank() || code < 0
            ? "The server cannot be reached"
            : "The server has closed the connection: " + reason);
  }

  private void sendNow(Frame frame) {
    if (socket != null) {
      socket.send(frame);
    }
  }

  /** Looks every half heartbeat whether the server is still to be heard. */
  private void watch() {
    timer(
        core.timing().heartbeat().dividedBy(2),
        () -> {
          if (heardAt.plus(core.timing().silence()).isBefore(core.clock().instant())) {
            lost("The server has not been heard for a while");
          } else {
            watch();
          }
        });
  }

  private void timer(Duration delay, Runnable task) {
    timers.add(core.thread().after(delay, task));
  }

  private void cancelTimers() {
    tokens.stop();
    timers.forEach(Subscription::close);
    timers.clear();
  }

  private void dropSocket() {
    LiveSocket old = socket;
    socket = null;
    if (old != null) {
      old.close();
    }
  }

  private static <T> T read(Frame frame, Class<T> type) {
    return Json.convert(frame.data() == null ? Json.object() : frame.data(), type);
  }

  private EngineEar ear(int mine, String token) {
    return new EngineEar(
        core.thread(),
        () -> mine == attempt,
        new LiveSocket.Listener() {
          @Override
          public void opened() {
            Connection.this.opened(token);
          }

          @Override
          public void frame(Frame frame) {
            hear(frame);
          }

          @Override
          public void closed(int code, String reason) {
            Connection.this.closed(code, reason);
          }
        },
        core.incidents()::unexpected);
  }

  private void hear(Frame frame) {
    try {
      heard(frame);
    } catch (BadJson e) {
      core.incidents().note("The server sent a {} that is none", frame.event(), e);
      lost("The server speaks another language");
    }
  }
}
