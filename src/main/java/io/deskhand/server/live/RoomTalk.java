package io.deskhand.server.live;

import io.deskhand.model.Me;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.server.live.TypingTimes.Typist;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What those who have a ticket open hear of each other: who is there, who types. One thing after
 * the other, so that what is heard last is true. Thread-safe.
 */
final class RoomTalk {
  private final Rooms rooms;
  private final TypingTimes typing;

  RoomTalk(Rooms rooms, TypingTimes typing) {
    this.rooms = rooms;
    this.typing = typing;
  }

  /**
   * Whether the session is in the room now, without a word to the others; false if it is in too
   * many rooms.
   */
  synchronized boolean enter(LiveSession session, UUID ticket) {
    return rooms.join(session, ticket);
  }

  synchronized void leave(LiveSession session, UUID ticket) {
    stopTyping(session, ticket);
    if (rooms.leave(session, ticket)) {
      tellViewers(ticket);
    }
  }

  synchronized void leaveAll(LiveSession session) {
    rooms.of(session).forEach(ticket -> leave(session, ticket));
  }

  /** Makes those leave who may no longer be there. */
  synchronized void evict(UUID ticket, Predicate<LiveSession> gone) {
    rooms.members(ticket).stream().filter(gone).forEach(session -> leave(session, ticket));
  }

  /** Whether the session has the ticket open. */
  synchronized boolean isIn(LiveSession session, UUID ticket) {
    return rooms.contains(ticket, session);
  }

  /** The rooms that a session is in. */
  synchronized List<UUID> roomsOf(LiveSession session) {
    return rooms.of(session);
  }

  synchronized void startTyping(LiveSession session, UUID ticket, Instant now) {
    if (typing.start(new Typist(session, ticket), now)) {
      tellTyping(session, ticket, true);
    }
  }

  synchronized void stopTyping(LiveSession session, UUID ticket) {
    if (typing.stop(new Typist(session, ticket))) {
      tellTyping(session, ticket, false);
    }
  }

  /** Somebody said what they were typing, in whichever way. */
  synchronized void said(UUID ticket, UUID person) {
    rooms.members(ticket).stream()
        .filter(member -> member.isPerson(person))
        .forEach(member -> stopTyping(member, ticket));
  }

  /** Says of those who went quiet that they have stopped. */
  synchronized void expireTyping(Instant now) {
    typing.expire(now).forEach(typist -> tellTyping(typist.session(), typist.ticketId(), false));
  }

  private void tellTyping(LiveSession typist, UUID ticket, boolean types) {
    Identity who = typist.identity();
    if (who == null) {
      return;
    }
    Me me = who.me();
    Frame frame =
        Frame.of(Events.TYPING_INDICATOR, new Typing(ticket, me.id(), me.name(), me.role(), types));
    rooms.members(ticket).stream()
        .filter(member -> !member.isPerson(me.id()))
        .forEach(member -> member.send(frame));
  }

  /** Tells the staff in the room who of them is there. */
  synchronized void tellViewers(UUID ticket) {
    List<LiveSession> staff = rooms.members(ticket).stream().filter(LiveSession::isStaff).toList();
    Map<UUID, Viewers.Viewer> viewers = new LinkedHashMap<>();
    for (LiveSession session : staff) {
      Identity who = session.identity();
      if (who != null) {
        viewers.put(who.me().id(), new Viewers.Viewer(who.me().id(), who.me().name()));
      }
    }
    Frame frame = Frame.of(Events.VIEWERS, new Viewers(ticket, List.copyOf(viewers.values())));
    staff.forEach(session -> session.send(frame));
  }
}
