package io.deskhand.bench;

import io.deskhand.console.app.ConsoleApp;
import io.deskhand.console.app.ConsoleOptions;
import io.deskhand.console.signin.DemoHost;
import io.deskhand.console.signin.DemoProgress;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
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
    long begun = System.nanoTime();
    Thread.ofPlatform().daemon().start(() -> ConsoleApp.run(options(own, desk)));
    long shown = await(WindowProbe::isWindowThere);
    double before = Usage.ownCpuSeconds();
    long queue = await(WindowProbe::isQueueThere);
    print("start of the console to its window", begun, shown, before);
    print(
        "window to the first page of the queue in it",
        shown,
        queue,
        Usage.ownCpuSeconds() - before);
    System.exit(0);
  }

  private static ConsoleOptions options(Path own, Path desk) {
    return new ConsoleOptions(
        own,
        () ->
            SyncAccounts.open(
                desk, new NoVault(), Clock.systemUTC(), new SecureRandom(), Timing.STANDARD),
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

  /** When {@code condition} held on the FX thread, looked at each millisecond. */
  private static long await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < end) {
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      try {
        Platform.runLater(() -> answer.complete(condition.getAsBoolean()));
      } catch (IllegalStateException notStarted) {
        answer.complete(false);
      }
      if (answer.get()) {
        return System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    throw new IllegalStateException("did not happen in time");
  }

  private static void print(String work, long from, long to, double cpu) {
    System.out.printf(
        Locale.ROOT,
        "| %-60s | %7.2f | %7.2f | %7.2f | %5d |%n",
        work,
        (to - from) / 1e9,
        cpu,
        0.0,
        0);
  }
}
