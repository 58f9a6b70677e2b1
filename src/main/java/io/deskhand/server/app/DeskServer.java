package io.deskhand.server.app;

import io.deskhand.protocol.Limits;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.live.LiveFeature;
import io.deskhand.server.metrics.Metrics;
import io.deskhand.server.metrics.MetricsRoute;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.Store;
import io.deskhand.server.web.Route;
import io.deskhand.server.web.Router;
import io.deskhand.server.web.Throttle;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The backend of a desk, from when it accepts connections until it is closed. */
public final class DeskServer implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;
  private static final int BURST_SECONDS = 5;
  private final Store store;
  private final Features features;
  private final Metrics metrics;
  private final Javalin javalin;
  private final URI address;
  private final List<Route> routes;

  private DeskServer(
      Store store,
      Features features,
      Metrics metrics,
      Javalin javalin,
      URI address,
      List<Route> routes) {
    this.store = store;
    this.features = features;
    this.metrics = metrics;
    this.javalin = javalin;
    this.address = address;
    this.routes = routes;
  }

  /**
   * Starts a server; it accepts connections when this returns.
   *
   * @throws AddressInUse if something else listens there
   * @throws io.deskhand.server.store.DataDirInUse if another server works on the same data
   * @throws io.deskhand.server.store.CannotOpenDatabase if the database cannot be opened
   */
  public static DeskServer start(ServerOptions options) {
    return start(options, Background.THREADS);
  }

  /**
   * The same with another place for what the server does when nobody asks it to.
   *
   * @param background where its rounds and its jobs run
   */
  public static DeskServer start(ServerOptions options, Background background) {
    Store store = open(options);
    try {
      seed(store, options);
      Features features =
          new Features(
              store,
              new Passwords(),
              options.attachments(),
              options.clock(),
              background,
              LiveFeature::new);
      Metrics metrics = metrics(store, features);
      List<Route> routes = new ArrayList<>();
      Javalin javalin =
          Javalin.create(
              config -> routes.addAll(configure(config, features, metrics, options).list()));
      listen(javalin, features, options);
      features.start();
      URI address = address(options, javalin.port());
      return new DeskServer(store, features, metrics, javalin, address, List.copyOf(routes));
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  private static URI address(ServerOptions options, int port) {
    String host = options.host();
    return URI.create(
        (options.security().tls() == null ? "http://" : "https://")
            + (host.indexOf(':') < 0 ? host : "[" + host + "]")
            + ":"
            + port);
  }

  /** Where it answers: {@code http://HOST:PORT}, or {@code https} if it has a certificate. */
  public URI address() {
    return address;
  }

  /** What it answers to. */
  List<Route> routes() {
    return routes;
  }

  /** The token that makes the first admin; empty if the desk has its people. */
  public Optional<String> setupToken() {
    return features.auth.setupToken();
  }

  /**
   * Accepts no more connections, lets running requests and the jobs' running tickets come to their
   * end, sends the sockets away, and frees port and data.
   */
  @Override
  public void close() {
    Listener.stopAccepting(javalin.jettyServer().server());
    features.close();
    javalin.stop();
    features.index.close();
    metrics.close();
    store.close();
  }

  private static Store open(ServerOptions options) {
    var database = options.database();
    return database == null
        ? Store.open(options.data(), options.clock(), options.security().keys())
        : Store.open(options.data(), database, options.clock(), options.security().keys());
  }

  /** Another server on the same database may be about to do the same. */
  private static void seed(Store store, ServerOptions options) {
    var seed = options.seed();
    if (seed != null) {
      store
          .ledger()
          .write(
              tx -> {
                if (tx.accounts().isUnstaffed()) {
                  tx.load(seed);
                }
                return tx.now();
              });
    }
  }

  /** Puts everything that the server answers to into {@code config}. */
  static Router configure(
      JavalinConfig config, Features features, Metrics metrics, ServerOptions options) {
    Router router = new Router(config.routes, features.auth.sessions(), rate(options));
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Limits.BODY_BYTES;
    Listener.configure(config.jetty, options);
    config.jetty.modifyServer(
        server -> {
          server.setHandler(new KeptConnections(new GracefulHandler()));
          server.setStopTimeout(STOP_MILLIS);
          server.setErrorHandler(new JettyErrors());
        });
    SecurityOptions security = options.security();
    Requests.register(config.routes, security.tls() != null);
    new Doorkeeper(isLoopback(options.host()), security.origins()).register(config.routes);
    Requests.observe(config, metrics);
    RouteList.register(router, features);
    features.live.addRoutes(config.routes);
    new MetricsRoute(metrics, options.metricsToken()).addTo(config.routes);
    Failing.register(config.routes);
    return router;
  }

  private static Metrics metrics(Store store, Features features) {
    Metrics metrics = new Metrics();
    metrics.gauge("deskhand.sockets", "Open live sockets", features.live::sockets);
    metrics.gauge("deskhand.jobs", "Bulk jobs that have not ended", features.jobs::unfinished);
    metrics.gauge("deskhand.head", "The last seq of the change log", store.ledger()::head);
    TicketIndex index = features.index;
    metrics.gauge("deskhand.index.tickets.lag", "Log rows yet to be indexed", index::ticketLag);
    metrics.gauge("deskhand.index.texts.lag", "Log rows yet to be searched", index::textLag);
    metrics.gauge("deskhand.ledger.waiting", "Works that wait to be written", store::waiting);
    metrics.counter("deskhand.ledger.groups", "Groups of works written", store::groups);
    metrics.counter("deskhand.ledger.works", "Works written in those groups", store::works);
    return metrics;
  }

  private static Throttle rate(ServerOptions options) {
    int perSecond = options.security().requestsPerSecond();
    return new Throttle(
        perSecond * BURST_SECONDS, Duration.ofSeconds(1).dividedBy(perSecond), options.clock());
  }

  /** Whether nobody but this machine can reach {@code host}. */
  public static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  private static void listen(Javalin javalin, Features features, ServerOptions options) {
    try {
      javalin.start();
    } catch (RuntimeException e) {
      features.close();
      javalin.stop();
      features.index.close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new AddressInUse(options.host(), options.port(), e);
        }
      }
      throw e;
    }
  }
}
