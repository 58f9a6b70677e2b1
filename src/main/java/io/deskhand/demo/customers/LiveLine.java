package io.deskhand.demo.customers;

import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SubscribeTickets;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer's live connection: opened again whenever it breaks, after a wait that grows with every
 * failure. Everything happens on the schedule's thread.
 */
final class LiveLine {
  private static final Logger LOG = LoggerFactory.getLogger(LiveLine.class);
  private static final double FIRST_WAIT_SECONDS = 1;
  private static final double LONGEST_WAIT_SECONDS = 30;

  private final URI address;
  private final CustomerSession session;
  private final Schedule schedule;
  private final Pace pace;
  private final RandomGenerator random;
  private final Listener listener;
  private @Nullable LiveSocket socket;
  private Schedule.@Nullable Planned renewal;
  private boolean subscribed;
  private boolean closed;
  private int failures;

  /** Who is told what comes in. */
  interface Listener {
    /** The connection stands; what happened before has to be looked up. */
    void online();

    /** The server sent {@code frame}. */
    void heard(Frame frame);
  }

  LiveLine(
      URI server,
      CustomerSession session,
      Schedule schedule,
      Pace pace,
      RandomGenerator random,
      Listener listener) {
    this.address = URI.create("ws" + server.toString().substring(4) + Routes.LIVE);
    this.session = session;
    this.schedule = schedule;
    this.pace = pace;
    this.random = random;
    this.listener = listener;
  }

  /** Connects, and goes on trying until it is closed. */
  void open() {
    if (closed) {
      return;
    }
    try {
      String token = session.token();
      LiveSocket fresh = new LiveSocket(address, schedule);
      socket = fresh;
      subscribed = false;
      fresh.start(
          () -> fresh.say(Frame.of(Events.AUTHENTICATE, new Authenticate(token))),
          text -> hear(fresh, text),
          reason -> lost(fresh, reason));
    } catch (IOException | ProblemException e) {
      again(e.toString());
    }
  }

  /** Sends {@code frame} if the connection stands; typing and the like is lost otherwise. */
  void send(Frame frame) {
    LiveSocket current = socket;
    if (current != null && subscribed) {
      current.say(frame);
    }
  }

  void close() {
    closed = true;
    cancelRenewal();
    LiveSocket current = socket;
    if (current != null) {
      current.hangUp();
    }
  }

  private void hear(LiveSocket from, String text) {
    if (from != socket) {
      return;
    }
    try {
      Frame frame = Json.read(text, Frame.class);
      if (!frame.event().equals(Events.READY)) {
        listener.heard(frame);
      } else if (!subscribed) {
        subscribed = true;
        failures = 0;
        from.say(Frame.of(Events.SUBSCRIBE_TICKETS, new SubscribeTickets(null)));
        renewInTime();
        listener.online();
      }
    } catch (BadJson e) {
      LOG.warn("a frame that is no frame: {}", e.getMessage());
      from.hangUp();
    }
  }

  /** Shows a new token before the old one ends, so that the server keeps the connection. */
  private void renewInTime() {
    cancelRenewal();
    renewal =
        schedule.after(
            session.freshFor().plusSeconds(1),
            () -> {
              try {
                send(Frame.of(Events.AUTHENTICATE, new Authenticate(session.token())));
                renewInTime();
              } catch (IOException | ProblemException e) {
                LOG.debug("cannot renew a sign-in yet", e);
                LiveSocket current = socket;
                if (current != null) {
                  current.hangUp();
                }
              }
            });
  }

  private void cancelRenewal() {
    if (renewal != null) {
      renewal.cancel();
    }
  }

  private void lost(LiveSocket which, String reason) {
    if (which == socket) {
      socket = null;
      cancelRenewal();
      session.distrust();
      again(reason);
    }
  }

  private void again(String reason) {
    if (closed) {
      return;
    }
    double most = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * Math.pow(2, failures));
    failures = Math.min(failures + 1, 10);
    Duration wait = pace.between(most / 4, most, random);
    LOG.debug("a customer is offline and tries again in {}: {}", wait, reason);
    schedule.after(wait, this::open);
  }
}
