package io.deskhand.server.fuzz;

import io.deskhand.server.rounds.Background;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A server's rounds, which come in their time but wait while somebody needs the desk to be still.
 */
final class HeldRounds implements Background {
  /** Fair, so that a round that waits is the next. */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Does {@code work} between two rounds. */
  void hold(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public ScheduledExecutorService timer(String name) {
    return new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory()) {
      @Override
      protected void beforeExecute(Thread thread, Runnable round) {
        turn.lock();
      }

      @Override
      protected void afterExecute(Runnable round, Throwable failure) {
        turn.unlock();
      }
    };
  }

  @Override
  public ExecutorService workers() {
    return THREADS.workers();
  }
}
