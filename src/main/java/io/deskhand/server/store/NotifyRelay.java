package io.deskhand.server.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications on a thread and in transactions of its own: in a business transaction they
 * would make all commits wait for each other.
 */
final class NotifyRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyRelay.class);
  private static final int MOST_WAITING = 1_000;

  private final Jdbi jdbi;
  private final String channel;
  private final String nudge;
  private final Thread thread =
      Thread.ofPlatform().name("notify-relay").daemon().unstarted(this::run);
  private List<String> waiting = new ArrayList<>();
  private boolean nudged = false;
  private boolean closed = false;

  /**
   * @param nudge what is sent for any number of nudges
   */
  NotifyRelay(Jdbi jdbi, String channel, String nudge) {
    this.jdbi = jdbi;
    this.channel = channel;
    this.nudge = nudge;
  }

  void start() {
    thread.start();
  }

  synchronized void nudge() {
    nudged = true;
    notifyAll();
  }

  synchronized void send(String text) {
    if (waiting.size() < MOST_WAITING) {
      waiting.add(text);
      notifyAll();
    }
  }

  private void run() {
    try {
      for (List<String> texts = next(); !texts.isEmpty(); texts = next()) {
        send(texts);
      }
    } catch (InterruptedException e) {
      LOG.error("The relay was interrupted; the other servers are left to look by themselves", e);
    }
  }

  /** What is to be sent at once; empty when there is an end to it. */
  private synchronized List<String> next() throws InterruptedException {
    while (!closed && !nudged && waiting.isEmpty()) {
      wait();
    }
    if (closed) {
      return List.of();
    }
    List<String> texts = waiting;
    waiting = new ArrayList<>();
    if (nudged) {
      nudged = false;
      texts.add(nudge);
    }
    return texts;
  }

  private void send(List<String> texts) {
    try {
      jdbi.useTransaction(handle -> texts.forEach(text -> notify(handle, text)));
    } catch (RuntimeException e) {
      LOG.warn("{} signals to the other servers were not sent", texts.size(), e);
    }
  }

  private void notify(Handle handle, String text) {
    String _ =
        handle
            .createQuery("SELECT CAST(pg_notify(?, ?) AS TEXT)")
            .bind(0, channel)
            .bind(1, text)
            .mapTo(String.class)
            .one();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
