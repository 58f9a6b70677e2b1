package io.deskhand.server.live;

import java.time.Clock;

/**
 * The sockets from when they are opened until they are gone, whatever carries them. Thread-safe.
 */
final class Sockets {
  private final LiveHub hub;
  private final RoomTalk talk;
  private final ClientFrames frames;
  private final Clock clock;
  private final LiveLimits limits;

  Sockets(LiveHub hub, RoomTalk talk, ClientFrames frames, Clock clock, LiveLimits limits) {
    this.hub = hub;
    this.talk = talk;
    this.frames = frames;
    this.clock = clock;
    this.limits = limits;
  }

  /** A socket has been opened. */
  LiveSession opened(Wire wire) {
    LiveSession session =
        new LiveSession(
            wire,
            new SendQueue.Bound(limits.waitingFrames(), limits.waitingBytes()),
            new RateLimit(clock, limits.burst(), limits.perSecond()),
            new RateLimit(clock, limits.refused(), 1),
            clock.instant());
    hub.add(session);
    return session;
  }

  /** A text frame has come; returns when it is done, so that a client's frames stay in order. */
  void received(LiveSession session, String text) {
    if (!session.isClosed()) {
      frames.receive(session, text);
    }
  }

  /** The connection is gone. */
  void gone(LiveSession session) {
    session.forget();
    hub.remove(session);
    talk.leaveAll(session);
  }
}
