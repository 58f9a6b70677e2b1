package io.deskhand.demo;

import io.deskhand.demo.customers.Pace;
import io.deskhand.demo.customers.SimulatedCustomers;
import io.deskhand.demo.data.DemoData;
import io.deskhand.demo.stock.Stock;
import io.deskhand.server.app.DeskServer;
import io.deskhand.server.app.ServerOptions;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.files.ImportedFiles;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backend with a demo desk and customers who live there, on the loopback address. Who can sign in
 * is in {@link DemoPeople}.
 */
public final class DemoDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);
  private final DeskServer server;
  private final @Nullable SimulatedCustomers customers;

  private DemoDesk(DeskServer server, @Nullable SimulatedCustomers customers) {
    this.server = server;
    this.customers = customers;
  }

  /**
   * Starts the demo desk, and makes it first if the data directory has none yet: that takes some
   * seconds.
   *
   * @param progress is told how far the making is, on another thread; never if there is a desk
   * @throws io.deskhand.server.app.AddressInUse if something else listens on the port
   * @throws io.deskhand.server.store.DataDirInUse if another server works on the same data
   * @throws io.deskhand.server.store.CannotOpenDatabase if the database cannot be opened
   */
  public static DemoDesk start(DemoOptions options, Consumer<DemoProgress> progress) {
    Stock stock = Stock.load();
    ServerOptions place =
        ServerOptions.local(options.data())
            .withDatabase(options.database())
            .withPort(options.port())
            .withClock(options.clock());
    DemoSeed seed =
        new DemoSeed(
            () -> data(options, stock),
            () -> new Passwords().hash(DemoPeople.PASSWORD),
            () -> new ImportedFiles(place.attachments(), options.clock()),
            progress);
    DeskServer server = DeskServer.start(place.withSeed(seed));
    return new DemoDesk(server, options.living() ? customers(server, options, stock) : null);
  }

  private static DemoData data(DemoOptions options, Stock stock) {
    return new DemoData(
        DemoPeople.cast(), stock, options.tickets(), options.seed(), options.clock().instant());
  }

  private static SimulatedCustomers customers(DeskServer server, DemoOptions options, Stock stock) {
    return SimulatedCustomers.start(
        server.address(),
        DemoPeople.customers(),
        DemoPeople.PASSWORD,
        stock,
        new Pace(options.speed()),
        options.seed(),
        options.clock(),
        failure -> LOG.error("a simulated customer stumbled", failure));
  }

  /** Where it answers: {@code http://127.0.0.1:PORT}. */
  public URI address() {
    return server.address();
  }

  /** Sends the customers home and stops the server; the data stays. */
  @Override
  public void close() {
    if (customers != null) {
      customers.close();
    }
    server.close();
  }
}
