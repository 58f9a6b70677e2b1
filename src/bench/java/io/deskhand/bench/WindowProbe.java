package io.deskhand.bench;

import io.deskhand.console.app.ConsoleApp;
import io.deskhand.console.app.ConsoleOptions;
import io.deskhand.console.signin.DemoHost;
import io.deskhand.console.signin.DemoProgress;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.slf4j.LoggerFactory;

/**
 * The whole console, with its window, in a JVM just started: how long after the window is there the
 * queue of a warm cache stands in it. JavaFX draws into memory ({@code -Dglass.platform=Headless}).
 */
final class WindowProbe {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private WindowProbe() {}

  /** Arguments: the profile of a {@link ConsoleProbe}, which somebody is signed in to. */
  public static void main(String[] args) throws Exception {
    Path desk = Path.of(args[0]);
    Path own = Files.createDirectories(desk.resolveSibling("window"));
    Files.writeString(own.resolve("console.properties"), "queue.view=all\n");
    // As the program does it before it opens its window.
    LoggerFactory.getILoggerFactory();
    Usage usage = new Usage(ProcessHandle.current());
    AtomicReference<SyncAccounts> accounts = new AtomicReference<>();
    Thread.ofPlatform().daemon().start(() -> ConsoleApp.run(options(own, desk, accounts)));
    await(WindowProbe::isWindowThere);
    usage.printOwn("start of the console to its window");
    usage.start();
    await(WindowProbe::isQueueThere);
    usage.printOwn("its window to the first page of the queue in it");
    // As it is when somebody closes the window: after a crash the next start would take longer.
    accounts.get().close();
    System.exit(0);
  }

  private static ConsoleOptions options(
      Path own, Path desk, AtomicReference<SyncAccounts> accounts) {
    return new ConsoleOptions(
        own,
        () -> {
          accounts.set(
              SyncAccounts.open(
                  desk, new KnownKey(), Clock.systemUTC(), new SecureRandom(), Timing.STANDARD));
          return accounts.get();
        },
        null,
        null,
        new NoDemo(),
        false,
        Clock.systemDefaultZone());
  }

  private static final class NoDemo implements DemoHost {
    @Override
    public CompletionStage<URI> start(Consumer<DemoProgress> progress) {
      return CompletableFuture.failedFuture(new IOException("There is no demo here"));
    }

    @Override
    public List<Person> people() {
      return List.of();
    }

    @Override
    public String password() {
      return "";
    }
  }

  private static boolean isWindowThere() {
    return Window.getWindows().stream().anyMatch(Window::isShowing);
  }

  private static boolean isQueueThere() {
    return Window.getWindows().stream()
        .anyMatch(window -> !window.getScene().getRoot().lookupAll(".ticket-row").isEmpty());
  }

  /** Looks on the FX thread, each millisecond. */
  private static void await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!onFx(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen in time");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static boolean onFx(BooleanSupplier condition) throws Exception {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    try {
      Platform.runLater(() -> answer.complete(condition.getAsBoolean()));
    } catch (IllegalStateException notStartedYet) {
      return false;
    }
    return answer.get();
  }
}
