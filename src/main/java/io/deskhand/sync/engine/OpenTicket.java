package io.deskhand.sync.engine;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.MarkRead;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.Intent;
import io.deskhand.sync.Live;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketState;
import io.deskhand.sync.TicketState.Loading;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConversationStore.Reach;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.flow.LiveCell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket that is on the screen. Its fields are of the engine's thread. */
final class OpenTicket implements LiveTicket {
  private final UUID ticketId;
  private final OpenTickets house;
  private final Rows rows;
  private final SeenMarks seen;
  private final ConversationLoader loader;
  private final LiveCell<TicketState> state;
  private final Conversation conversation;
  private final Room room;
  private final Typist typist;
  private @Nullable Ticket full;
  private Loading loading = Loading.LOADING;
  private boolean fetching;
  private boolean marked;
  private @Nullable UUID firstUnread;
  private boolean joined;
  private boolean closed;

  OpenTicket(
      UUID ticketId, OpenTickets house, Rows rows, SeenMarks seen, ConversationLoader loader) {
    this.ticketId = ticketId;
    this.house = house;
    this.rows = rows;
    this.seen = seen;
    this.loader = loader;
    this.conversation = new Conversation(ticketId);
    this.room = new Room(house.core(), house.me(), this::publish);
    this.typist = new Typist(house.core(), this::tellTyping);
    this.state = new LiveCell<>(Entries.nothingYet(ticketId), house.core().notifier());
  }

  @Override
  public UUID ticketId() {
    return ticketId;
  }

  @Override
  public Live<TicketState> state() {
    return state;
  }

  @Override
  public void loadOlder() {
    house.core().thread().execute(this::fetchOlder);
  }

  @Override
  public void typing(boolean typing) {
    house
        .core()
        .thread()
        .execute(
            () -> {
              if (typing && !closed) {
                typist.typing();
              } else {
                typist.stop();
              }
            });
  }

  @Override
  public void markRead() {
    house.core().thread().execute(this::read);
  }

  @Override
  public void close() {
    house
        .core()
        .thread()
        .execute(
            () -> {
              typist.stop();
              room.empty();
              closed = true;
              house.left(this);
            });
  }

  /** Reads what is on disk, and asks the server for what is not. */
  void load() {
    full = rows.copy().store().tickets().find(ticketId).orElse(null);
    conversation.fill(rows.copy().store().conversations().read(ticketId));
    marked = false;
    join();
    fetchNewest();
  }

  /** The connection is there again, or gone. */
  void connected(boolean live) {
    joined = false;
    if (live) {
      join();
      fetchNewest();
    } else {
      room.empty();
      publish();
    }
  }

  /** Enters the ticket's room, once the server knows the ticket. */
  private void join() {
    if (!joined && full != null) {
      joined = house.send(Frame.of(Events.JOIN_TICKET_ROOM, new TicketRef(ticketId)));
    }
  }

  boolean isJoined() {
    return joined;
  }

  /** Follows a step of the stream. */
  void apply(Batch batch) {
    boolean touched = conversation.apply(batch);
    batch.messages().values().forEach(row -> row.map(Message::senderId).ifPresent(room::stopped));
    Optional<Ticket> row = batch.tickets().get(ticketId);
    if (row != null) {
      full = row.orElse(null);
      touched = true;
      joined &= full != null;
      join();
    }
    if (touched) {
      fetchNewest();
    }
  }

  void typing(Typing news) {
    room.typing(news);
  }

  void viewers(Viewers news) {
    room.viewers(news);
  }

  /** Shows everything as it is now. */
  void publish() {
    if (closed) {
      return;
    }
    List<StoredIntent> lane = rows.outbox().of(ticketId);
    Ticket shown = rows.projection().shown(full, lane);
    state.set(
        new TicketState(
            ticketId,
            shown,
            shown == null && house.isComplete(),
            Entries.of(conversation, lane, rows.projection()),
            conversation.history(),
            loading,
            conversation.olderThere(),
            firstUnread,
            lane.stream().map(rows.outbox()::pending).toList(),
            room.typing(),
            room.viewers()));
  }

  private void fetchNewest() {
    if (conversation.reach() != null || (full == null && onlyHere())) {
      loaded();
      return;
    }
    if (full == null || !house.isLive()) {
      loading = full != null || !house.isComplete() ? offlineOrLoading() : Loading.LOADED;
      publish();
      return;
    }
    loading = Loading.LOADING;
    publish();
    if (!fetching) {
      fetching = true;
      loader.newest(ticketId, conversation, this::fetched, this::notFetched);
    }
  }

  private Loading offlineOrLoading() {
    return house.isLive() ? Loading.LOADING : Loading.NOT_HERE_WHILE_OFFLINE;
  }

  private void fetchOlder() {
    Reach from = conversation.reach();
    if (from != null && conversation.olderThere() && house.isLive() && !fetching) {
      fetching = true;
      loader.older(ticketId, conversation, from, this::fetched, this::notFetched);
    }
  }

  private void fetched() {
    fetching = false;
    if (!closed) {
      loaded();
    }
  }

  private void notFetched(Exception failure) {
    fetching = false;
    house.core().incidents().note("A conversation could not be loaded: {}", failure.getMessage());
    if (conversation.reach() == null) {
      loading = Loading.NOT_HERE_WHILE_OFFLINE;
    }
    publish();
  }

  private void loaded() {
    loading = Loading.LOADED;
    if (!marked) {
      marked = true;
      firstUnread = Entries.firstUnread(conversation.messages(), seen, ticketId);
    }
    publish();
  }

  /** A ticket that has been created here, and that the server has not got yet. */
  private boolean onlyHere() {
    return rows.outbox().of(ticketId).stream()
        .anyMatch(stored -> stored.intent() instanceof Intent.Create);
  }

  private void read() {
    Ticket ticket = full;
    if (ticket == null || closed) {
      return;
    }
    seen.read(ticketId, ticket.createdAt(), conversation.messages());
    house.tellRead(ticketId);
    rows.refresh(List.of(ticketId));
  }

  private void tellTyping(boolean typing) {
    if (joined) {
      house.send(
          Frame.of(typing ? Events.TYPING_START : Events.TYPING_STOP, new TicketRef(ticketId)));
    }
  }

  static Frame readFrame(UUID ticketId, UUID upTo) {
    return Frame.of(Events.MARK_READ, new MarkRead(ticketId, upTo));
  }
}
