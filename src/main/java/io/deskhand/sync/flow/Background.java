package io.deskhand.sync.flow;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work that waits for the network, off the thread that owns the state. Thread-safe. */
public final class Background {
  private final Threads threads;
  private final SerialThread owner;

  /**
   * @param threads where the work runs
   * @param owner where the results go
   */
  public Background(Threads threads, SerialThread owner) {
    this.threads = threads;
    this.owner = owner;
  }

  /** Runs {@code work} on a thread of its own, and then one of the others on the owner's. */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    threads.start(
        "deskhand-call",
        () -> {
          try {
            T result = work.call();
            owner.execute(() -> done.accept(result));
          } catch (Exception failure) {
            owner.execute(() -> failed.accept(failure));
          }
        });
  }
}
