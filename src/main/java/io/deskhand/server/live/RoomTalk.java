package io.deskhand.server.live;

import io.deskhand.model.Me;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Typing;
import io.deskhand.server.live.RoomSignals.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What those who have a ticket open hear of each other: who is there, who types, on this server and
 * the others. One thing after the other, so that what is heard last is true. Thread-safe.
 */
final class RoomTalk {
  private final Rooms rooms;
  private final Neighbours neighbours;
  private final ViewerNews news;
  private final RoomSignals signals;
  private final TypingTimes<Typist> typing;
  private final TypingTimes<FarTypist> farTyping;

  /** When the other servers were last told that somebody types, so that they go on believing it. */
  private final Map<Typist, Instant> said = new HashMap<>();

  private final Duration sayAgain;

  private record Typist(LiveSession session, UUID ticketId) {}

  /** Somebody who types on another server. */
  private record FarTypist(Me me, UUID ticketId) {}

  /**
   * @param believed how long somebody is believed to type without another word
   * @param present how long somebody is believed to be on another server without another word
   */
  RoomTalk(Rooms rooms, RoomSignals signals, Duration believed, Duration present) {
    this.rooms = rooms;
    this.signals = signals;
    this.neighbours = new Neighbours(present);
    this.news = new ViewerNews(rooms, neighbours);
    this.typing = new TypingTimes<>(believed);
    this.farTyping = new TypingTimes<>(believed);
    this.sayAgain = believed.dividedBy(2);
  }

  /**
   * Whether the session is in the room now, without a word to the others; false if it is in too
   * many rooms.
   */
  synchronized boolean enter(LiveSession session, UUID ticket) {
    return rooms.join(session, ticket);
  }

  /** Tells the others in the room that the session has entered it. */
  synchronized void announce(LiveSession session, UUID ticket) {
    news.changed(ticket);
    Identity who = session.identity();
    if (who != null && who.me().role().isStaff()) {
      signals.tell(List.of(new Presence(ticket, ViewerNews.viewer(who), true)));
    }
  }

  synchronized void leave(LiveSession session, UUID ticket) {
    stopTyping(session, ticket);
    if (rooms.leave(session, ticket)) {
      news.changed(ticket);
      Identity who = session.identity();
      if (who != null
          && who.me().role().isStaff()
          && rooms.members(ticket).stream().noneMatch(other -> other.isPerson(who.me().id()))) {
        signals.tell(List.of(new Presence(ticket, ViewerNews.viewer(who), false)));
      }
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

  /** Whether anybody has the ticket open on this server. */
  synchronized boolean isOpen(UUID ticket) {
    return rooms.isOpen(ticket);
  }

  /** The rooms that a session is in. */
  synchronized List<UUID> roomsOf(LiveSession session) {
    return rooms.of(session);
  }

  synchronized void startTyping(LiveSession session, UUID ticket, Instant now) {
    Typist typist = new Typist(session, ticket);
    Identity who = session.identity();
    if (who == null) {
      return;
    }
    if (typing.start(typist, now)) {
      tell(ticket, who.me(), true);
    }
    Instant last = said.get(typist);
    if (last == null || !last.plus(sayAgain).isAfter(now)) {
      said.put(typist, now);
      signals.typing(ticket, who.me().id(), true);
    }
  }

  synchronized void stopTyping(LiveSession session, UUID ticket) {
    Typist typist = new Typist(session, ticket);
    if (typing.stop(typist)) {
      tellStopped(typist);
    }
  }

  /** Somebody said what they were typing, in whichever way. */
  synchronized void said(UUID ticket, UUID person) {
    rooms.members(ticket).stream()
        .filter(member -> member.isPerson(person))
        .forEach(member -> stopTyping(member, ticket));
  }

  /** Says what has waited, and of those who went quiet that they have stopped or are gone. */
  synchronized void tick(Instant now) {
    typing.expire(now).forEach(this::tellStopped);
    farTyping.expire(now).forEach(far -> tell(far.ticketId(), far.me(), false));
    neighbours.expire(now).forEach(news::changed);
    news.tick();
  }

  private void tellStopped(Typist typist) {
    said.remove(typist);
    Identity who = typist.session().identity();
    if (who != null) {
      tell(typist.ticketId(), who.me(), false);
      signals.typing(typist.ticketId(), who.me().id(), false);
    }
  }

  private void tell(UUID ticket, Me who, boolean types) {
    Typing data = new Typing(ticket, who.id(), who.name(), who.role(), types);
    Frame frame = Frame.of(Events.TYPING_INDICATOR, data);
    rooms.members(ticket).stream()
        .filter(member -> !member.isPerson(who.id()))
        .forEach(member -> member.send(frame));
  }

  /** Another server says who of the staff has come and gone there. */
  synchronized void heardOf(UUID server, List<Presence> people, Instant now) {
    for (Presence one : people) {
      boolean isNews =
          one.here()
              ? neighbours.here(server, one.ticketId(), one.viewer(), now)
              : neighbours.gone(server, one.ticketId(), one.viewer().id());
      if (isNews) {
        news.changed(one.ticketId());
      }
    }
  }

  /** Another server says that somebody types there, or has stopped. */
  synchronized void heard(UUID ticket, Me who, boolean types, Instant now) {
    FarTypist far = new FarTypist(who, ticket);
    if (types ? farTyping.start(far, now) : farTyping.stop(far)) {
      tell(ticket, who, types);
    }
  }

  /** Tells the other servers of all the staff who have tickets open here. */
  void repeat() {
    signals.tell(present());
  }

  private synchronized List<Presence> present() {
    List<Presence> people = new ArrayList<>();
    rooms.each(
        (session, ticket) -> {
          Identity who = session.identity();
          if (who != null && who.me().role().isStaff()) {
            people.add(new Presence(ticket, ViewerNews.viewer(who), true));
          }
        });
    return people;
  }
}
