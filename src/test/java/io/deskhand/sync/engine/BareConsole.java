package io.deskhand.sync.engine;

import io.deskhand.sync.Desk;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.flow.Threads;
import io.deskhand.sync.flow.Traffic;
import io.deskhand.sync.live.LiveSocket;
import io.deskhand.sync.rest.Transport;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A sync layer whose threads, network and disk are given. */
public final class BareConsole {
  private final SyncAccounts accounts;

  /** What it runs on. */
  public record Surroundings(
      Threads threads,
      Supplier<Transport> http,
      Function<LiveSocket.Listener, LiveSocket> live,
      Clock clock,
      RandomGenerator random) {}

  public BareConsole(Surroundings around, Function<Consumer<String>, Profile> profile) {
    Traffic traffic = new Traffic();
    Network network =
        new Network() {
          @Override
          public Transport http(URI server) {
            return around.http().get();
          }

          @Override
          public LiveSocket live(URI server, LiveSocket.Listener listener) {
            return around.live().apply(listener);
          }

          @Override
          public Traffic traffic() {
            return traffic;
          }
        };
    Host host =
        new Host(around.threads(), network, around.clock(), around.random(), Timing.STANDARD);
    this.accounts = SyncAccounts.open(ServerTrust.STANDARD, host, profile);
  }

  public SyncAccounts accounts() {
    return accounts;
  }

  /** Where the copy of {@code desk} stands on disk. */
  public static Optional<Position> position(Desk desk) {
    return ((SyncDesk) desk).engine.copy.store().position();
  }

  /** The copy of {@code desk} on disk. */
  public static ConfirmedStore copy(Desk desk) {
    return ((SyncDesk) desk).engine.copy.store();
  }
}
