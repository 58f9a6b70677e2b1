package io.deskhand.server.live;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.Routes;
import io.deskhand.server.feed.SyncPoints;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Signals;
import io.deskhand.server.web.SessionVerifier;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live socket of contract section 5: GET {@value Routes#LIVE}. Each session gets the commits
 * that it may see, in order, and hears of the others who have the same tickets open.
 */
public final class LiveFeature implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeature.class);

  /** So that those who are sent away do not all come back at once. */
  private static final long SPREAD_MILLIS_EACH = 2;

  /** A server that was not heard for so many heartbeats is not there. */
  private static final int BEATS_BELIEVED = 3;

  private static final long LONGEST_SPREAD_MILLIS = 30_000;

  private final Ledger ledger;
  private final Clock clock;
  private final LiveHub hub;
  private final RoomTalk talk;
  private final Admission admission;
  private final LiveTiming timing;
  private final Sockets sockets;
  private final ScheduledExecutorService scheduler;

  /** The socket with the times and limits that the protocol says. */
  public LiveFeature(
      Ledger ledger,
      SessionVerifier sessions,
      MessageService messages,
      Signals signals,
      Clock clock) {
    this(ledger, sessions, messages, signals, clock, scheduler());
  }

  /**
   * The same with its rounds on another scheduler.
   *
   * @param signals to and from the other servers of the desk
   * @param scheduler runs one thing at a time, and is shut down with this
   */
  public LiveFeature(
      Ledger ledger,
      SessionVerifier sessions,
      MessageService messages,
      Signals signals,
      Clock clock,
      ScheduledExecutorService scheduler) {
    this(
        ledger,
        sessions,
        messages,
        signals,
        clock,
        scheduler,
        LiveTiming.STANDARD,
        LiveLimits.STANDARD);
  }

  LiveFeature(
      Ledger ledger,
      SessionVerifier sessions,
      MessageService messages,
      Signals signals,
      Clock clock,
      LiveTiming timing,
      LiveLimits limits) {
    this(ledger, sessions, messages, signals, clock, scheduler(), timing, limits);
  }

  private LiveFeature(
      Ledger ledger,
      SessionVerifier sessions,
      MessageService messages,
      Signals signals,
      Clock clock,
      ScheduledExecutorService scheduler,
      LiveTiming timing,
      LiveLimits limits) {
    this.ledger = ledger;
    this.clock = clock;
    this.scheduler = scheduler;
    this.timing = timing;
    TicketAccess access = ledger::audiences;
    this.hub = new LiveHub(new SyncPoints(ledger.epoch(), clock));
    RoomSignals roomSignals = new RoomSignals(signals);
    this.talk =
        new RoomTalk(
            new Rooms(limits.rooms()),
            roomSignals,
            timing.typing(),
            timing.heartbeat().multipliedBy(BEATS_BELIEVED));
    roomSignals.listen(
        talk, id -> ledger.read(view -> view.accounts().find(id)).map(Account::me), clock);
    this.admission = new Admission(sessions, hub, talk, access, clock, timing.authenticateWithin());
    Map<String, FrameHandler> handlers = new HashMap<>();
    handlers.putAll(new RoomFrames(talk, access, clock).handlers());
    handlers.putAll(new MessageFrames(ledger, messages).handlers());
    handlers.put(Events.SUBSCRIBE_TICKETS, new Subscription(ledger, hub)::subscribe);
    this.sockets = new Sockets(hub, talk, new ClientFrames(admission, handlers), clock, limits);
    ledger.onCommit(new CommitWatch(hub, talk, admission, access));
    hub.startAt(ledger.head());
    every(timing.tick(), this::tick);
    every(timing.heartbeat(), this::beat);
  }

  /** Adds the route. */
  public void addRoutes(RoutesConfig routes) {
    LiveSocket socket = new LiveSocket(sockets, scheduler, timing);
    routes.ws(Routes.LIVE, socket::configure);
    routes.ws(
        Routes.API_SUPPORT + Routes.LIVE.substring(Routes.SUPPORT.length()), socket::configure);
  }

  /** Where sockets come in, whatever carries them. */
  Sockets door() {
    return sockets;
  }

  /** How many sockets are open. */
  public int sockets() {
    return hub.sessions().size();
  }

  /** Looks at once whether everybody may stay; for when a session was ended elsewhere. */
  public void recheck() {
    scheduler.execute(guarded(() -> hub.sessions().forEach(admission::renew)));
  }

  private void tick() {
    talk.tick(clock.instant());
    admission.closeOverdue();
  }

  /** Tells everyone where the desk stands, after a look at whether they may still be told. */
  private void beat() {
    hub.sessions().forEach(admission::renew);
    if (ledger.floor() > hub.head()) {
      hub.cutStreams(ledger.head());
    }
    hub.beat();
    talk.repeat();
  }

  private void every(Duration period, Runnable task) {
    ScheduledFuture<?> _ =
        scheduler.scheduleAtFixedRate(
            guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A round that fails is told, and does not keep the next one from coming. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("A round of the live socket failed", e);
      }
    };
  }

  /** Ends every session; clients come back to whoever serves them next. */
  @Override
  public void close() {
    List<LiveSession> sessions = hub.sessions();
    long spread = Math.min(LONGEST_SPREAD_MILLIS, sessions.size() * SPREAD_MILLIS_EACH);
    for (LiveSession session : sessions) {
      long back = ThreadLocalRandom.current().nextLong(spread + 1);
      session.close(LiveSocket.GOING_AWAY, "the server stops; come back in " + back + " ms");
    }
    scheduler.shutdown();
  }

  private static ScheduledExecutorService scheduler() {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("live-scheduler").daemon().factory());
    scheduler.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }
}
