package io.deskhand.console.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Somebody at the window of a console: looks through the queue, opens two tickets, and closes the
 * window.
 */
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 20;
  private static final String ROW = ".ticket-row";
  private static final String MESSAGE = ".bubble-row";
  private static final MouseEvent PRESSED =
      new MouseEvent(
          MouseEvent.MOUSE_PRESSED,
          0,
          0,
          0,
          0,
          MouseButton.PRIMARY,
          1,
          false,
          false,
          false,
          false,
          true,
          false,
          false,
          true,
          false,
          true,
          null);

  private Rehearsal() {}

  /**
   * Runs a console, and does all that; returns when the window is closed.
   *
   * @throws IllegalStateException if something does not come within two minutes
   */
  public static void play(ConsoleOptions options) throws InterruptedException {
    Thread console =
        Thread.ofPlatform().name("console-app").daemon().start(() -> ConsoleApp.run(options));
    awaitNode(ROW);
    click(0);
    awaitNode(MESSAGE);
    click(1);
    awaitNode(MESSAGE);
    close();
    if (!console.join(PATIENCE)) {
      throw new IllegalStateException("the window did not close");
    }
  }

  /**
   * Waits until something holds.
   *
   * @param what it is, for the message of the failure
   * @throws IllegalStateException if it does not within two minutes
   */
  public static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not come: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static void awaitNode(String selector) throws InterruptedException {
    await(selector, () -> onFx(() -> !nodes(selector).isEmpty()));
  }

  private static void click(int row) {
    onFx(
        () -> {
          Event.fireEvent(nodes(ROW).get(row), PRESSED);
          return true;
        });
  }

  private static List<Node> nodes(String selector) {
    return Window.getWindows().stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
        .filter(Node::isVisible)
        .toList();
  }

  private static void close() {
    onFx(
        () -> {
          Window window = Window.getWindows().getFirst();
          Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
          return true;
        });
  }

  private static boolean onFx(BooleanSupplier action) {
    try {
      return CompletableFuture.supplyAsync(action::getAsBoolean, Platform::runLater).join();
    } catch (IllegalStateException notStartedYet) {
      return false;
    }
  }
}
