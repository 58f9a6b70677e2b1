package io.deskhand.sync.flow;

import io.deskhand.sync.Subscription;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns some state: everything that reads or changes it runs here, in the order
 * given. What a task throws goes to the failure sink and ends neither the thread nor what comes
 * after. Tasks given after the close are dropped.
 */
public final class SerialThread implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SerialThread.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);
  private final ScheduledThreadPoolExecutor executor;
  private final Consumer<Throwable> failures;

  public SerialThread(String name, Consumer<Throwable> failures) {
    this.failures = failures;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name(name).daemon().factory(),
            new ThreadPoolExecutor.AbortPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable task) {
    try {
      executor.execute(guarded(task));
    } catch (RejectedExecutionException closed) {
      LOG.debug("closed: a late task is dropped", closed);
    }
  }

  /** Runs {@code task} after {@code delay}, unless the returned subscription is closed before. */
  public Subscription after(Duration delay, Runnable task) {
    try {
      Future<?> timer =
          executor.schedule(guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException closed) {
      LOG.debug("closed: a late timer is dropped", closed);
      return () -> {};
    }
  }

  /** Runs {@code task} here; the stage fails with what it throws, or when this is closed. */
  public <T> CompletableFuture<T> call(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            result.complete(task.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        };
    try {
      executor.execute(run);
    } catch (RejectedExecutionException closed) {
      result.completeExceptionally(closed);
    }
    return result;
  }

  /** Finishes what was given so far, and nothing that is due later. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        failures.accept(new IllegalStateException("a task of the sync layer does not end"));
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable failure) {
        failures.accept(failure);
      }
    };
  }
}
