package io.deskhand.server.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of commits, in order, on a thread of its own. */
final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final int MOST_WAITING = 4_096;

  /** How many commits may go by between two pauses. */
  private static final int MOST_BETWEEN_PAUSES = 16;

  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread =
      Thread.ofPlatform().name("ledger-publisher").daemon().unstarted(this::run);

  private final Consumer<Commit> onTold;
  private boolean running = true;
  private int sincePause = 0;

  /**
   * @param onTold called when every listener has heard of a commit
   */
  Publisher(Consumer<Commit> onTold) {
    this.onTold = onTold;
  }

  void start() {
    thread.start();
  }

  void add(CommitListener listener) {
    listeners.add(listener);
  }

  /** Waits while too many commits are untold, so that writers do not run away from listeners. */
  void publish(Commit commit) throws InterruptedException {
    waiting.put(() -> tell(commit));
  }

  private void run() {
    while (running) {
      try {
        waiting.take().run();
        sincePause++;
        if (sincePause >= MOST_BETWEEN_PAUSES || waiting.isEmpty()) {
          sincePause = 0;
          listeners.forEach(Publisher::pause);
        }
      } catch (InterruptedException e) {
        LOG.error("The ledger's publisher was interrupted; it goes on", e);
      }
    }
  }

  private void tell(Commit commit) {
    for (CommitListener listener : listeners) {
      try {
        listener.committed(commit);
      } catch (RuntimeException e) {
        LOG.error("A listener failed on transaction {} ({})", commit.tx(), commit.event(), e);
      }
    }
    onTold.accept(commit);
  }

  private static void pause(CommitListener listener) {
    try {
      listener.paused();
    } catch (RuntimeException e) {
      LOG.error("A listener failed in a pause between transactions", e);
    }
  }

  /** Tells what is still waiting, then stops. */
  @Override
  public void close() {
    try {
      waiting.put(() -> running = false);
      thread.join(LONGEST_GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
