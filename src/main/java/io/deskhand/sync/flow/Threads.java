package io.deskhand.sync.flow;

import java.util.function.Consumer;

/** Where the sync layer's work runs. For use by any thread. */
public interface Threads {
  /**
   * A thread that owns some state, until it is closed.
   *
   * @param failures gets what its tasks throw
   */
  SerialThread serial(String name, Consumer<Throwable> failures);

  /** Runs {@code task}, which may wait, beside everything else. */
  void start(String name, Runnable task);
}
