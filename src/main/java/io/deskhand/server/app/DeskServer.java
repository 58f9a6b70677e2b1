package io.deskhand.server.app;

import io.deskhand.protocol.Limits;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.Store;
import io.deskhand.server.web.Router;
import io.deskhand.server.web.Throttle;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The backend of a desk, from when it accepts connections until it is closed. */
public final class DeskServer implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;
  private static final int BURST_SECONDS = 5;
  private final Store store;
  private final Features features;
  private final Javalin javalin;
  private final URI address;

  private DeskServer(Store store, Features features, Javalin javalin, URI address) {
    this.store = store;
    this.features = features;
    this.javalin = javalin;
    this.address = address;
  }

  /**
   * Starts a server; it accepts connections when this returns.
   *
   * @throws AddressInUse if something else listens there
   * @throws io.deskhand.server.store.DataDirInUse if another server works on the same data
   */
  public static DeskServer start(ServerOptions options) {
    Store store = Store.open(options.data(), options.clock(), options.security().keys());
    try {
      seed(store, options);
      Features features = new Features(store, new Passwords(), options.clock());
      Javalin javalin = Javalin.create(config -> configure(config, features, options));
      listen(javalin, features, options);
      features.jobs.resume();
      URI address = address(options, javalin.port());
      return new DeskServer(store, features, javalin, address);
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

  /** The token that makes the first admin; empty if the desk has its people. */
  public Optional<String> setupToken() {
    return features.auth.setupToken();
  }

  /** Lets running requests come to their end, and frees port and data. */
  @Override
  public void close() {
    features.close();
    javalin.stop();
    store.close();
  }

  private static void seed(Store store, ServerOptions options) {
    var seed = options.seed();
    if (seed != null && store.ledger().read(view -> view.accounts().isUnstaffed())) {
      store
          .ledger()
          .write(
              tx -> {
                tx.load(seed);
                return tx.now();
              });
    }
  }

  private static void configure(JavalinConfig config, Features features, ServerOptions options) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Limits.BODY_BYTES;
    Listener.configure(config.jetty, options);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.setErrorHandler(new JettyErrors());
        });
    SecurityOptions security = options.security();
    Requests.register(config.routes, security.tls() != null);
    new Doorkeeper(isLoopback(options.host()), security.origins()).register(config.routes);
    RouteList.register(
        new Router(config.routes, features.auth.sessions(), rate(options)), features);
    features.live.addRoutes(config.routes);
    Failing.register(config.routes);
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
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new AddressInUse(options.host(), options.port(), e);
        }
      }
      throw e;
    }
  }
}
