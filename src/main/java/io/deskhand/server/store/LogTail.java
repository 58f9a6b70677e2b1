package io.deskhand.server.store;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the commits of the log in order and without a gap: this server's as they come, those of
 * other servers on the same database as it finds them there. Thread-safe.
 */
final class LogTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
  private static final int BATCH = 1_000;

  /** How long a commit of another server may go unnoticed if nobody wakes this one. */
  private static final long POLL_MILLIS = 1_000;

  private final Database database;
  private final Publisher publisher;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("log-tail").daemon().unstarted(this::run);
  private volatile boolean closed = false;
  private long told;

  /** Tells what comes after {@code told}. */
  LogTail(Database database, Publisher publisher, long told) {
    this.database = database;
    this.publisher = publisher;
    this.told = told;
  }

  void start() {
    if (database.isShared()) {
      thread.start();
    }
  }

  /** Says that another server may have written something. */
  void wake() {
    wake.release();
  }

  /** Tells what this server has just committed, after what others had committed before. */
  synchronized void committed(List<Commit> commits) throws InterruptedException {
    if (commits.isEmpty()) {
      return;
    }
    if (commits.getFirst().rows().getFirst().seq() == told + 1) {
      tell(commits);
    } else if (database.isShared()) {
      wake();
    } else {
      catchUp();
    }
  }

  /** Tells everything that is in the log and was not told yet. */
  synchronized void catchUp() throws InterruptedException {
    try (Handle handle = database.reader().open()) {
      ChangeLog.State now = ChangeLog.state(handle);
      told = Math.max(told, now.floor());
      boolean more = told < now.head();
      while (more) {
        List<Commit> commits = ChangeLog.commitsSince(handle, told, BATCH);
        tell(commits);
        more = !commits.isEmpty() && told < now.head();
      }
    }
  }

  private void tell(List<Commit> commits) throws InterruptedException {
    for (Commit commit : commits) {
      publisher.publish(commit);
      told = commit.tx();
    }
  }

  private void run() {
    while (!closed) {
      try {
        boolean woken = wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        int times = wake.drainPermits();
        LOG.trace("woken: {}, and {} times more", woken, times);
        catchUp();
      } catch (InterruptedException e) {
        LOG.error("The log's tail was interrupted; it goes on", e);
      } catch (RuntimeException e) {
        LOG.warn("The log could not be read; it is tried again", e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
