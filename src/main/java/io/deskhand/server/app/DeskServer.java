package io.deskhand.server.app;

import io.deskhand.protocol.Limits;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.Store;
import io.deskhand.server.web.Router;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import java.net.URI;
import java.util.Optional;

/** The backend of a desk, from when it accepts connections until it is closed. */
public final class DeskServer implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;
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
    Store store = Store.open(options.data(), options.clock());
    try {
      seed(store, options);
      Features features =
          new Features(store, new Passwords(), options.attachments(), options.clock());
      Javalin javalin = Javalin.create(config -> configure(config, features));
      listen(javalin, features, options);
      features.jobs.resume();
      URI address = URI.create("http://" + options.host() + ":" + javalin.port());
      return new DeskServer(store, features, javalin, address);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Where it answers: {@code http://HOST:PORT}. */
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

  private static void configure(JavalinConfig config, Features features) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Limits.BODY_BYTES;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.setErrorHandler(new JettyErrors());
        });
    Requests.register(config.routes);
    RouteList.register(new Router(config.routes, features.auth.sessions()), features);
    features.live.addRoutes(config.routes);
    Failing.register(config.routes);
  }

  private static void listen(Javalin javalin, Features features, ServerOptions options) {
    try {
      javalin.start(options.host(), options.port());
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
