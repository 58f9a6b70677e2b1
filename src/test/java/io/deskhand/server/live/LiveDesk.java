package io.deskhand.server.live;

import io.deskhand.model.Me;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.feed.FeedDesk;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.web.Session;
import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The live socket on a real store and a real port; a token is its person's id. */
final class LiveDesk implements AutoCloseable {
  static final LiveTiming QUICK =
      new LiveTiming(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofSeconds(20),
          Duration.ofMillis(200),
          Duration.ofMillis(20));

  final FeedDesk desk = new FeedDesk(5);
  final Ledger ledger;
  private final Map<UUID, Session> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> expiry = new ConcurrentHashMap<>();
  private final Store store;
  private final LiveFeature live;
  private final Javalin web;

  LiveDesk(Path directory, LiveTiming timing, LiveLimits limits) {
    store = TestDatabase.open(directory, Clock.systemUTC());
    ledger = store.ledger();
    desk.found(ledger);
    desk.everyone().forEach(account -> accounts.put(account.me().id(), account));
    live =
        new LiveFeature(
            ledger,
            this::verify,
            new MessageService(Hooks.NONE),
            store.signals(),
            Clock.systemUTC(),
            timing,
            limits);
    web =
        Javalin.start(
            config -> {
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.startup.showJavalinBanner = false;
              live.addRoutes(config.routes);
            });
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  LiveClient connect() throws InterruptedException {
    return LiveClient.connect(address());
  }

  LiveClient signedIn(Session who) throws InterruptedException {
    return LiveClient.signedIn(address(), token(who));
  }

  LiveClient subscribed(Session who) throws InterruptedException {
    return LiveClient.subscribed(address(), token(who));
  }

  static String token(Session who) {
    return who.me().id().toString();
  }

  /** Lets the token of {@code who} end at {@code when}. */
  void expire(Session who, Instant when) {
    expiry.put(who.me().id(), when);
  }

  /** Shuts {@code who} out. */
  void shutOut(Session who) {
    accounts.remove(who.me().id());
  }

  /** Gives {@code who} another scope. */
  void move(Session who, Scope scope) {
    accounts.put(who.me().id(), new Session(who.me(), scope, who.scopeVersion() + 1, Instant.MAX));
  }

  private Session verify(String token) {
    Session account = null;
    try {
      account = accounts.get(UUID.fromString(token));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "forged");
    }
    if (account == null) {
      throw ProblemException.of(ErrorCode.UNAUTHENTICATED, "shut out");
    }
    Me me = account.me();
    Instant until = expiry.getOrDefault(me.id(), Instant.now().plusSeconds(600));
    if (!until.isAfter(Instant.now())) {
      throw ProblemException.of(ErrorCode.TOKEN_EXPIRED, "expired");
    }
    return new Session(me, account.scope(), account.scopeVersion(), until);
  }

  /** Stops the live socket alone. */
  void stopLive() {
    live.close();
  }

  @Override
  public void close() {
    live.close();
    web.stop();
    store.close();
  }
}
