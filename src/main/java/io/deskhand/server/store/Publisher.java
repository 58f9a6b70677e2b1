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
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread =
      Thread.ofPlatform().name("ledger-publisher").daemon().unstarted(this::run);

  private boolean running = true;

  void start() {
    thread.start();
  }

  void add(Consumer<Commit> listener) {
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
      } catch (InterruptedException e) {
        LOG.error("The ledger's publisher was interrupted; it goes on", e);
      }
    }
  }

  private void tell(Commit commit) {
    for (Consumer<Commit> listener : listeners) {
      try {
        listener.accept(commit);
      } catch (RuntimeException e) {
        LOG.error("A listener failed on transaction {} ({})", commit.tx(), commit.event(), e);
      }
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
