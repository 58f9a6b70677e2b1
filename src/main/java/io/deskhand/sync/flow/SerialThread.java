package io.deskhand.sync.flow;

import io.deskhand.sync.Subscription;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One thread that owns some state: everything that reads or changes it runs here, in the order
 * given. What a task throws goes to the failure sink and ends neither the thread nor what comes
 * after. Tasks given after the close are dropped. For use by any thread.
 */
public interface SerialThread extends Executor, AutoCloseable {
  /** Runs {@code task} after {@code delay}, unless the returned subscription is closed before. */
  Subscription after(Duration delay, Runnable task);

  /** Runs {@code task} here; the stage fails with what it throws, or when this is closed. */
  <T> CompletableFuture<T> call(Callable<T> task);

  /** Finishes what was given so far, and nothing that is due later. */
  @Override
  void close();
}
