package io.deskhand.demo.customers;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread that all simulated customers live on. A task that throws is reported and stops
 * nothing else; tasks are dropped once it is closed.
 */
final class Schedule implements AutoCloseable {
  private static final long STOP_SECONDS = 5;
  private final ScheduledThreadPoolExecutor executor;
  private final Consumer<Throwable> failures;

  Schedule(Consumer<Throwable> failures) {
    this.failures = failures;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> Thread.ofPlatform().daemon().name("demo-customers").unstarted(task),
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs {@code task} as soon as the thread is free. */
  void now(Runnable task) {
    after(Duration.ZERO, task);
  }

  /** Runs {@code task} after {@code delay} unless it is cancelled before. */
  Planned after(Duration delay, Runnable task) {
    return new Planned(executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Something that will happen, or has happened. */
  record Planned(Future<?> future) {
    void cancel() {
      future.cancel(false);
    }

    boolean isDone() {
      return future.isDone();
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failures.accept(e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        failures.accept(new IllegalStateException("a simulated customer does not stop"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
