package io.deskhand.cli;

import io.deskhand.console.app.ConsoleOptions;
import io.deskhand.console.app.Rehearsal;
import io.deskhand.demo.DemoPeople;
import io.deskhand.launch.DisplayCheck;
import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import io.deskhand.sync.cache.Vault;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Not for people: a short day at a small demo desk, from the sign-in to the window's end, for the
 * build of the packages. What the JVM has loaded and compiled by then goes into their AOT cache.
 * Where there is no display JavaFX draws into memory.
 */
@Command(name = "rehearse", hidden = true, description = "Opens a small demo desk, and ends.")
final class RehearseCommand implements Callable<Integer> {
  private static final int TICKETS = 300;
  private final Vault keys = new PassingVault();

  @Parameters(paramLabel = "DIR", description = "An empty folder for what it writes.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!DisplayCheck.displayIsThere()) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    Logs.toFile(folder.resolve("deskhand.log"), folder.resolve(ConsoleOptions.SUPPORT_LOG));
    try (Demos demos = new Demos(folder.resolve("demo"), TICKETS)) {
      URI server = demos.start(progress -> {}).toCompletableFuture().join();
      signIn(server);
      // A small desk may have no ticket in the view that somebody new begins with.
      Files.writeString(folder.resolve("console.properties"), "queue.view=all\n");
      ConsoleOptions options =
          new ConsoleOptions(folder, this::accounts, server, null, demos, false, Clock.systemUTC());
      Rehearsal.play(options);
    }
    return 0;
  }

  private void signIn(URI server) throws InterruptedException {
    String email = DemoPeople.staff().getFirst().email();
    try (Accounts accounts = accounts()) {
      Desk desk = accounts.signIn(server, email, DemoPeople.PASSWORD).toCompletableFuture().join();
      Rehearsal.await("the first copy", () -> desk.connection().get().isLive());
    }
  }

  private Accounts accounts() {
    return SyncAccounts.open(
        folder.resolve("desk"), keys, Clock.systemUTC(), new SecureRandom(), Timing.STANDARD);
  }

  /** A keychain that ends with the program: a build leaves nothing in the one of its machine. */
  private static final class PassingVault implements Vault {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<String> read(String account) {
      return Optional.ofNullable(secrets.get(account));
    }

    @Override
    public void write(String account, String secret) {
      secrets.put(account, secret);
    }

    @Override
    public void delete(String account) {
      secrets.remove(account);
    }
  }
}
