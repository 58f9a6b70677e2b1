package io.deskhand.sync.engine;

import io.deskhand.model.Ids;
import io.deskhand.model.Me;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.LiveChange;
import io.deskhand.protocol.Notification;
import io.deskhand.protocol.SyncPoint;
import io.deskhand.protocol.Typing;
import io.deskhand.protocol.Viewers;
import io.deskhand.sync.Intent;
import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.files.FileDesk;
import io.deskhand.sync.files.Uploads;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.index.Ordinals;
import io.deskhand.sync.index.TicketIndex;
import io.deskhand.sync.outbox.Arrivals;
import io.deskhand.sync.outbox.Jobs;
import io.deskhand.sync.outbox.Outbox;
import io.deskhand.sync.outbox.Projection;
import io.deskhand.sync.outbox.Sender;
import io.deskhand.sync.rest.DeskApi;
import io.deskhand.sync.rest.Session;
import io.deskhand.sync.search.SearchIndex;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Everything behind one desk, wired by hand. One thread owns all of its state; the parts say which
 * of their methods other threads may call.
 */
final class Engine implements AutoCloseable {
  private static final int NOTIFICATIONS = 100;
  private static final int LOADED_AT_ONCE = 2_500;

  /** Until then the processors are for whoever draws the first page. */
  private static final Duration FIRST_PAGE_ALONE = Duration.ofSeconds(2);

  final Core core;
  private final Profile profile;
  private final String owner;
  private final Session session;
  final DeskApi api;
  final ConfirmedCopy copy;
  private final SeenMarks seen;
  final SearchIndex search;
  final TicketIndex index;
  final Outbox outbox;
  final EngineFiles files;
  private final Arrivals arrivals;
  final Jobs jobs;
  final Sender sender;
  final Rows rows;
  final DeskLists lists;
  final OpenTickets open;
  final StatusBoard status;
  private final ScopeWatch watch;
  private final Feed feed;
  final Connection connection;
  final DraftBook drafts;
  final LiveCell<List<Notification>> notifications;
  final Vitals vitals;

  /** Who works where, and as whom. */
  record Seat(URI server, Network network, Me me, Session session, Profile profile, String owner) {}

  Engine(Core core, Seat seat) {
    this.core = core;
    this.profile = seat.profile();
    this.owner = seat.owner();
    this.session = seat.session();
    Me me = seat.me();
    api = new DeskApi(seat.network().http(seat.server()), seat.session());
    status = new StatusBoard(core.notifier());
    notifications = new LiveCell<>(List.of(), core.notifier());
    drafts = new DraftBook(profile.drafts(owner), core.journal(), core.notifier(), core.clock());
    Ordinals ordinals = new Ordinals();
    copy = new ConfirmedCopy(profile.cache(owner), ordinals);
    seen = new SeenMarks(me, copy);
    search =
        new SearchIndex(
            profile.searchFolder(),
            profile.keyFor("search"),
            ordinals,
            SearchIndex.Timing.STANDARD,
            core.threads(),
            core.incidents()::unexpected);
    index =
        new TicketIndex(
            me.id(),
            ordinals,
            search,
            core.threads(),
            core.notifier(),
            core.incidents()::unexpected);
    search.onChange(index::searched);
    outbox =
        new Outbox(
            profile.outbox(owner),
            core.thread(),
            core.journal(),
            core.notifier(),
            copy::ticket,
            this::outboxChanged);
    FileDesk fileDesk = fileDesk();
    files = new EngineFiles(core, fileDesk, copy, outbox, drafts);
    arrivals = new Arrivals(me, outbox, copy);
    rows = new Rows(copy, outbox, new Projection(me, id -> Intake.nameOf(copy, id)), seen, index);
    lists = new DeskLists(me, copy, outbox, core.notifier());
    jobs =
        new Jobs(
            api,
            core.thread(),
            core.background(),
            core.notifier(),
            core.timing().jobPoll(),
            core.timing().resend(),
            core.random());
    connection =
        new Connection(
            core,
            listener -> seat.network().live(seat.server(), listener),
            seat.session(),
            status,
            new Calls());
    sender = sender(me, fileDesk.uploads());
    drafts.onEmptied(ticket -> core.thread().execute(() -> sender.giveBack(ticket)));
    open =
        new OpenTickets(
            core, me.id(), rows, seen, new ConversationLoader(core, api, copy), connection::send);
    watch = new ScopeWatch(core, api, copy);
    feed =
        new Feed(
            core,
            api,
            new Intake(copy, seen, arrivals, rows, lists, open, status, this::outOfReach),
            watch,
            new Wire());
    vitals = new Vitals(status, feed, outbox, watch, seat.network().traffic(), core, profile);
  }

  private FileDesk fileDesk() {
    return new FileDesk(
        profile.outgoingFolder(owner),
        profile.receivedFolder(owner),
        profile.keyFor("files"),
        new FileDesk.Parts(
            api.files(),
            core.background(),
            core.notifier(),
            core.clock(),
            new Ids(core.clock(), core.random()),
            () -> status.live().get().isLive()));
  }

  private Sender sender(Me me, Uploads uploads) {
    return new Sender(
        new Sender.Parts(
            me,
            outbox,
            arrivals,
            copy,
            api,
            uploads,
            jobs,
            drafts,
            core.thread(),
            core.background(),
            core.clock(),
            core.timing().resend(),
            core.random()),
        new Wire());
  }

  /** Loads what is on disk and begins to connect. On the engine's thread. */
  void start() {
    AtomicBoolean all = new AtomicBoolean(true);
    outbox.load(
        what -> {
          all.set(false);
          core.incidents().note("The outbox: {}", what);
        });
    loadCopy();
    files.sweep(all.get());
    seen.load();
    arrivals.load(copy.store().epoch().orElse(null));
    sender.load();
    feed.load();
    open.complete(feed.cursor() != null);
    status.progress(copy.size(), copy.total());
    rows.refresh(copy.ticketIds());
    outbox.all().forEach(this::show);
    lists.refresh();
    connection.start();
    search.follow(copy.store());
    core.thread().after(FIRST_PAGE_ALONE, this::loadRest);
  }

  private void loadCopy() {
    try {
      copy.load();
    } catch (SyncException | IllegalStateException unreadable) {
      SyncException damaged = unreadable(unreadable);
      core.incidents().note("{}: the local copy is made anew", damaged.code(), damaged);
      copy.store().close();
      copy.replace(profile.replaceCache(owner, damaged));
    }
  }

  /** Reads the rest of the tickets in steps, between which whatever else comes has its turn. */
  private void loadRest() {
    if (copy.isWhole()) {
      return;
    }
    try {
      rows.refresh(copy.loadMore(LOADED_AT_ONCE));
      status.progress(copy.size(), copy.total());
    } catch (SyncException | IllegalStateException unreadable) {
      replaceCopy(unreadable(unreadable));
      connection.failed(unreadable);
    }
    core.thread().execute(this::loadRest);
  }

  private static SyncException unreadable(RuntimeException cause) {
    return new SyncException(
        SyncException.Reason.CACHE_DAMAGED, "The local copy cannot be read", cause);
  }

  private void show(StoredIntent stored) {
    UUID ticketId = stored.intent().ticketId();
    outboxChanged(ticketId == null ? List.of() : List.of(ticketId));
    if (stored.intent() instanceof Intent.Bulk bulk) {
      jobs.accepted(stored.id(), bulk);
    }
  }

  /** Ends everything; what was accepted is on disk. */
  @Override
  public void close() {
    core.thread()
        .execute(
            () -> {
              connection.close();
              feed.stop();
              sender.offline();
            });
    core.stop();
    session.close();
    search.close();
    index.close();
    copy.store().close();
    api.close();
  }

  /** Tells the agent of words that they have for tickets that they do not see any more. */
  private void outOfReach(Collection<UUID> tickets) {
    files.purge(tickets);
    for (UUID id : tickets) {
      boolean words = drafts.of(id).isPresent() || !outbox.of(id).isEmpty();
      if (words && copy.ticket(id) == null) {
        notice(
            new Notification(
                id,
                "You do not see a ticket any more that you were writing in",
                "What you had typed is kept in your drafts and your outbox.",
                core.clock().instant()));
      }
    }
  }

  private void notice(Notification news) {
    List<Notification> all = new ArrayList<>(notifications.get());
    all.add(news);
    notifications.set(
        List.copyOf(all.subList(Math.max(0, all.size() - NOTIFICATIONS), all.size())));
  }

  KeyPlace keyPlace() {
    return profile.keyPlace();
  }

  /** Compares the copy with the server's. */
  void compare() {
    watch.compareNow();
  }

  private void outboxChanged(Collection<UUID> tickets) {
    rows.refresh(tickets);
    open.outboxChanged(tickets);
    lists.refresh();
    status.pending(outbox.size());
  }

  /** The copy on disk cannot be used: a new one is made, and filled by the next connection. */
  private void replaceCopy(SyncException damaged) {
    core.incidents().note("{}: the local copy is made anew", damaged.code(), damaged);
    copy.store().close();
    ConfirmedStore empty = profile.replaceCache(owner, damaged);
    Set<UUID> gone = copy.replace(empty);
    files.clearReceived();
    search.follow(empty);
    seen.load();
    feed.load();
    rows.refresh(gone);
    lists.refresh();
    open.reload();
    open.complete(false);
  }

  private static <T> T read(Frame frame, Class<T> type) {
    return Json.convert(frame.data() == null ? Json.object() : frame.data(), type);
  }

  /** What the connection brings. */
  private final class Calls implements Connection.Client {
    @Override
    public @Nullable Long cursor() {
      return feed.cursor();
    }

    @Override
    public void connected(SyncPoint point) {
      feed.follow(point);
    }

    @Override
    public void heartbeat(SyncPoint point) {
      feed.heartbeat(point);
    }

    @Override
    public void frame(Frame frame) throws BadJson {
      switch (frame.event()) {
        case Events.TYPING_INDICATOR -> open.typing(read(frame, Typing.class));
        case Events.VIEWERS -> open.viewers(read(frame, Viewers.class));
        case Events.NOTIFICATION -> notice(read(frame, Notification.class));
        case Events.ACK -> {}
        default -> feed.change(read(frame, LiveChange.class));
      }
    }

    @Override
    public void disconnected() {
      feed.stop();
      sender.offline();
      open.connected(false);
      api.evict();
    }
  }

  /** What feed and sender want of the connection. */
  private final class Wire implements Feed.Line, Sender.Line {
    @Override
    public void behind() {
      connection.behind();
    }

    @Override
    public void current() {
      boolean back = !connection.isLive();
      connection.current();
      if (back && connection.isLive()) {
        open.connected(true);
        sender.online();
      }
    }

    @Override
    public void failed(Exception failure) {
      if (failure instanceof SyncException damaged
          && damaged.reason() == SyncException.Reason.CACHE_DAMAGED) {
        replaceCopy(damaged);
      }
      if (!(failure instanceof IOException)) {
        core.incidents().note("Following the server failed: {}", failure.getMessage(), failure);
      }
      connection.failed(failure);
    }

    @Override
    public void signedOut(String why) {
      connection.signedOut(why);
    }

    @Override
    public void pull() {
      feed.pull();
    }
  }
}
