package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Audience;
import io.deskhand.server.web.SessionVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets sockets in by their tokens, and closes them when those end. Thread-safe. */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final SessionVerifier sessions;
  private final LiveHub hub;
  private final RoomTalk talk;
  private final TicketAccess access;
  private final Clock clock;
  private final Duration within;

  /**
   * @param within how long a socket may stay open before it authenticates
   */
  Admission(
      SessionVerifier sessions,
      LiveHub hub,
      RoomTalk talk,
      TicketAccess access,
      Clock clock,
      Duration within) {
    this.sessions = sessions;
    this.hub = hub;
    this.talk = talk;
    this.access = access;
    this.clock = clock;
    this.within = within;
  }

  /**
   * Takes a token, the first or a newer one of the same person, and answers with {@code ready}; a
   * token that is no good closes the socket.
   */
  void authenticate(LiveSession session, String token, @Nullable String ref) {
    try {
      Identity who = new Identity(token, sessions.verify(token));
      Identity before = session.identity();
      if (before != null && !before.me().id().equals(who.me().id())) {
        throw ProblemException.of(
            ErrorCode.FORBIDDEN, "This socket belongs to somebody else: open another one");
      }
      session.identify(who);
      hub.tellPoint(session, Events.READY, ref);
      if (before != null && before.scopeVersion() != who.scopeVersion()) {
        leaveUnseenRooms(session);
      }
    } catch (ProblemException e) {
      ErrorCode code = e.problem().code();
      session.sendError(ref, code, String.valueOf(e.problem().detail()));
      if (!code.isTransient()) {
        session.close(code);
      }
    }
  }

  /** Looks again who a socket belongs to, and what they may see: both may have changed. */
  void renew(LiveSession session) {
    Identity before = session.identity();
    if (before == null) {
      return;
    }
    try {
      Identity now = new Identity(before.token(), sessions.verify(before.token()));
      if (session.replaceIdentity(before, now) && now.scopeVersion() != before.scopeVersion()) {
        hub.tellPoint(session, Events.HEARTBEAT, null);
        leaveUnseenRooms(session);
      }
    } catch (ProblemException e) {
      if (e.problem().code().isTransient()) {
        LOG.warn("a socket's token could not be checked; it stays open", e);
      } else {
        session.close(e.problem().code());
      }
    }
  }

  private void leaveUnseenRooms(LiveSession session) {
    List<UUID> rooms = talk.roomsOf(session);
    Map<UUID, Audience> now = access.audiences(rooms);
    rooms.stream()
        .filter(ticket -> !session.sees(now.get(ticket)))
        .forEach(ticket -> talk.leave(session, ticket));
  }

  /** Closes what has not authenticated in time, and what has outlived its token. */
  void closeOverdue() {
    Instant now = clock.instant();
    for (LiveSession session : hub.sessions()) {
      Identity who = session.identity();
      if (who == null && session.openedAt().plus(within).isBefore(now)) {
        session.close(ErrorCode.UNAUTHENTICATED);
      } else if (who != null && !who.session().expiresAt().isAfter(now)) {
        session.close(ErrorCode.TOKEN_EXPIRED);
      }
    }
  }
}
