package io.deskhand.console.app;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The console as a program: starts JavaFX, shows the window, and ends with it. */
public final class ConsoleApp {
  private ConsoleApp() {}

  /**
   * Runs the console until its window is closed. Call it once, not on the FX thread.
   *
   * @throws java.util.concurrent.CompletionException if the window cannot be made
   */
  public static void run(ConsoleOptions options) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    CompletableFuture<Opening> opening =
        Opening.begin(
            options.accounts(),
            task -> Thread.ofPlatform().daemon().name("deskhand-opening").start(task));
    Platform.startup(
        () -> {
          try {
            new Console(options, opening, new Stage(), () -> closed.complete(null)).show();
          } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
          }
        });
    try {
      closed.join();
    } finally {
      Platform.exit();
    }
  }
}
