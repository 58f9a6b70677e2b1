package io.deskhand.server.app;

import io.deskhand.server.auth.Passwords;
import io.deskhand.server.live.Door;
import io.deskhand.server.live.LiveFeature;
import io.deskhand.server.metrics.Metrics;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Store;
import io.javalin.Javalin;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The server without its port: requests and sockets are handed in, and where it works without a
 * request is given.
 */
public final class BareServer implements AutoCloseable {
  private final Store store;
  private final Features features;
  private final Metrics metrics = new Metrics();
  private final Javalin javalin;
  private final Servlet servlet;
  private final Door door;

  /** Closes {@code store} in the end. */
  public BareServer(
      Store store, Passwords passwords, Path directory, Clock clock, Background background) {
    this.store = store;
    this.features =
        new Features(
            store,
            passwords,
            directory.resolve("attachments"),
            clock,
            background,
            (ledger, sessions, messages, signals, time) ->
                new LiveFeature(
                    ledger, sessions, messages, signals, time, background.timer("live")));
    ServerOptions options = ServerOptions.local(directory).withClock(clock);
    this.javalin =
        Javalin.create(config -> DeskServer.configure(config, features, metrics, options));
    this.servlet = javalin.javalinServlet();
    this.door = new Door(features.live);
    features.start();
  }

  public Ledger ledger() {
    return store.ledger();
  }

  /** What answers requests. */
  public Servlet servlet() {
    return servlet;
  }

  public Door door() {
    return door;
  }

  @Override
  public void close() {
    features.close();
    features.index.close();
    metrics.close();
    store.close();
  }
}
