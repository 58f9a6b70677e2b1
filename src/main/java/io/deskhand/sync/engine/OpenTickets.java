package io.deskhand.sync.engine;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.cache.Batch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tickets that are on the screen. Of the engine's thread, except {@link #open}. */
final class OpenTickets {
  private final Core core;
  private final UUID me;
  private final Rows rows;
  private final SeenMarks seen;
  private final ConversationLoader loader;
  private final Socket socket;
  private final List<OpenTicket> open = new ArrayList<>();
  private boolean live;
  private boolean complete;

  /** Sends a frame; false if there is no connection. */
  interface Socket {
    boolean send(Frame frame);
  }

  OpenTickets(
      Core core, UUID me, Rows rows, SeenMarks seen, ConversationLoader loader, Socket socket) {
    this.core = core;
    this.me = me;
    this.rows = rows;
    this.seen = seen;
    this.loader = loader;
    this.socket = socket;
  }

  /** Opens a ticket, from any thread; it fills when the engine comes to it. */
  LiveTicket open(UUID ticketId) {
    OpenTicket ticket = new OpenTicket(ticketId, this, rows, seen, loader);
    core.thread().execute(() -> entered(ticket));
    return ticket;
  }

  Core core() {
    return core;
  }

  UUID me() {
    return me;
  }

  boolean isLive() {
    return live;
  }

  /** Whether the copy holds every ticket of this session, so that one that is not in it is none. */
  boolean isComplete() {
    return complete;
  }

  /** Tells whether the copy holds every ticket. */
  void complete(boolean whole) {
    complete = whole;
  }

  /** The copy is current, or the connection gone. */
  void connected(boolean now) {
    if (live == now) {
      return;
    }
    live = now;
    List.copyOf(open).forEach(ticket -> ticket.connected(now));
    if (now) {
      seen.untold().forEach(this::tellRead);
    }
  }

  /** Follows a step of the stream. */
  void apply(Batch batch) {
    List.copyOf(open).forEach(ticket -> ticket.apply(batch));
  }

  /** The outbox has changed for some tickets. */
  void outboxChanged(Collection<UUID> tickets) {
    open.stream().filter(it -> tickets.contains(it.ticketId())).forEach(OpenTicket::publish);
  }

  /** What is on disk has changed as a whole. */
  void reload() {
    complete = true;
    List.copyOf(open).forEach(OpenTicket::load);
  }

  void typing(Typing news) {
    open.stream()
        .filter(ticket -> ticket.ticketId().equals(news.ticketId()))
        .forEach(ticket -> ticket.typing(news));
  }

  void viewers(Viewers news) {
    open.stream()
        .filter(ticket -> ticket.ticketId().equals(news.ticketId()))
        .forEach(ticket -> ticket.viewers(news));
  }

  /** Sends a frame; false if there is no connection now. */
  boolean send(Frame frame) {
    return live && socket.send(frame);
  }

  /** Tells the server how far a ticket was read; later, if it is not there now. */
  void tellRead(UUID ticketId) {
    Optional<UUID> upTo = seen.untold(ticketId);
    if (live && upTo.isPresent() && socket.send(OpenTicket.readFrame(ticketId, upTo.get()))) {
      seen.told(ticketId);
    }
  }

  void left(OpenTicket ticket) {
    open.remove(ticket);
    if (ticket.isJoined()
        && open.stream().noneMatch(other -> other.ticketId().equals(ticket.ticketId()))) {
      send(Frame.of(Events.LEAVE_TICKET_ROOM, new TicketRef(ticket.ticketId())));
    }
  }

  private void entered(OpenTicket ticket) {
    open.add(ticket);
    ticket.load();
  }
}
