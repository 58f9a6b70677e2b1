package io.deskhand.console.bind;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one task on the FX thread for any number of requests: while one is under way, further ones
 * are part of it. Thread-safe.
 */
public final class Coalesced {
  private final Executor fx;
  private final Runnable task;
  private final AtomicBoolean underWay = new AtomicBoolean();

  public Coalesced(Executor fx, Runnable task) {
    this.fx = fx;
    this.task = task;
  }

  /** Asks for a run that sees everything that happened before this call. */
  public void request() {
    if (underWay.compareAndSet(false, true)) {
      fx.execute(
          () -> {
            underWay.set(false);
            task.run();
          });
    }
  }
}
