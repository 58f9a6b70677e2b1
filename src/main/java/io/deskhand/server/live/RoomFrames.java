package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.TicketRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The frames about who has which ticket open, and who types there. */
final class RoomFrames {
  private final RoomTalk talk;
  private final TicketAccess access;
  private final Clock clock;

  RoomFrames(RoomTalk talk, TicketAccess access, Clock clock) {
    this.talk = talk;
    this.access = access;
    this.clock = clock;
  }

  /** Its handlers by event. */
  Map<String, FrameHandler> handlers() {
    return Map.of(
        Events.JOIN_TICKET_ROOM, this::join,
        Events.LEAVE_TICKET_ROOM, this::leave,
        Events.TYPING_START, this::startTyping,
        Events.TYPING_STOP, this::stopTyping);
  }

  private void join(LiveSession session, Identity who, Frame frame) {
    UUID ticket = ticketOf(frame);
    requireSeen(session, ticket);
    if (!talk.enter(session, ticket)) {
      throw ProblemException.of(ErrorCode.RATE_LIMITED, "Too many tickets open: leave one first");
    }
    // Once more, for a change that came between the look and the joining.
    if (!sees(session, ticket)) {
      talk.leave(session, ticket);
      throw notFound();
    }
    FrameHandler.acknowledge(session, frame);
    talk.announce(session, ticket);
  }

  private void leave(LiveSession session, Identity who, Frame frame) {
    talk.leave(session, ticketOf(frame));
    FrameHandler.acknowledge(session, frame);
  }

  private void startTyping(LiveSession session, Identity who, Frame frame) {
    UUID ticket = ticketOf(frame);
    if (!talk.isIn(session, ticket)) {
      throw ProblemException.of(ErrorCode.CONFLICT, "Join the ticket's room before typing in it");
    }
    talk.startTyping(session, ticket, clock.instant());
    FrameHandler.acknowledge(session, frame);
  }

  private void stopTyping(LiveSession session, Identity who, Frame frame) {
    talk.stopTyping(session, ticketOf(frame));
    FrameHandler.acknowledge(session, frame);
  }

  private void requireSeen(LiveSession session, UUID ticket) {
    if (!sees(session, ticket)) {
      throw notFound();
    }
  }

  private boolean sees(LiveSession session, UUID ticket) {
    return session.sees(access.audiences(List.of(ticket)).get(ticket));
  }

  private static UUID ticketOf(Frame frame) {
    return FrameHandler.ticket(FrameHandler.data(frame, TicketRef.class).ticketId());
  }

  private static ProblemException notFound() {
    return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such ticket");
  }
}
