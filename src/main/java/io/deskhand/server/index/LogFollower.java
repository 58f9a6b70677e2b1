package io.deskhand.server.index;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Commit;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.LogRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps something beside the database up to date with the change log, on a thread of its own. Who
 * reads from it waits until it has reached the head that the ledger had when they came, so that
 * everybody finds their own writes. While nobody waits it lets changes gather for a moment: those
 * who are told of a commit need the processor first, and many changes at once cost less.
 */
final class LogFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
  private static final int BATCH = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long changes may gather: what nobody asks for is not late. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final Copy copy;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  /** There is something to take, or somebody who waits for it. */
  private final Condition called = lock.newCondition();

  private final ToldRows told = new ToldRows(4 * BATCH);
  private boolean more = true;
  private boolean closed = false;
  private int waiting = 0;
  private volatile long reached;

  /**
   * @param reached the seq that the copy is at; -1 if it has to be made first
   */
  LogFollower(String name, Ledger ledger, Copy copy, long reached) {
    this.ledger = ledger;
    this.copy = copy;
    this.reached = reached;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** What follows; called on one thread only. */
  interface Copy {
    /** Makes the copy, from the state of now or a later one, and says which seq it is at. */
    long load();

    /** Takes what happened next; what it knows already may come again. */
    void apply(List<LogRow> rows);
  }

  void start() {
    ledger.onCommit(this::hear);
    thread.start();
  }

  /**
   * Waits until the copy is at {@code seq}.
   *
   * @throws ProblemException with {@code unavailable} if it does not get there in time
   */
  void await(long seq) {
    if (reached >= seq) {
      return;
    }
    lock.lock();
    try {
      waiting++;
      called.signalAll();
      long left = PATIENCE.toNanos();
      while (reached < seq) {
        if (left <= 0 || closed) {
          throw ProblemException.of(
              ErrorCode.UNAVAILABLE, "What there is to find is still being read; try again");
        }
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.of(ErrorCode.UNAVAILABLE, "The server is stopping");
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  /** How many rows of the log the copy is behind; for any thread. */
  long lag() {
    return Math.max(0, ledger.head() - Math.max(0, reached));
  }

  private void hear(Commit commit) {
    told.add(commit);
    lock.lock();
    try {
      if (!more) {
        more = true;
        called.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (hasMore()) {
      try {
        follow();
      } catch (RuntimeException e) {
        // Whoever waits is told that it is unavailable; there is nobody else to tell.
        LOG.error("{} could not follow the log; it is tried again", thread.getName(), e);
        pause();
      }
    }
  }

  /** Waits until there may be something to take; false once this is closed. */
  private boolean hasMore() {
    lock.lock();
    try {
      while (!more && !closed) {
        called.awaitUninterruptibly();
      }
      gather();
      more = false;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void gather() {
    long end = System.nanoTime() + GATHERING.toNanos();
    long left = GATHERING.toNanos();
    while (waiting == 0 && !closed && left > 0) {
      try {
        left = called.awaitNanos(left);
      } catch (InterruptedException e) {
        LOG.warn("{} was interrupted; it goes on", thread.getName(), e);
        left = end - System.nanoTime();
      }
    }
  }

  private void follow() {
    List<LogRow> rows = next();
    while (!rows.isEmpty()) {
      copy.apply(rows);
      arrive(rows.getLast().tx());
      rows = isClosed() ? List.of() : next();
    }
  }

  private List<LogRow> next() {
    if (reached < ledger.floor()) {
      arrive(copy.load());
    }
    List<LogRow> rows = told.after(reached, BATCH);
    return rows.isEmpty() && reached < ledger.head() ? ledger.since(reached, BATCH) : rows;
  }

  private void arrive(long seq) {
    lock.lock();
    try {
      reached = seq;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      long left = PAUSE.toNanos();
      more = true;
      while (left > 0 && !closed) {
        left = called.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      LOG.warn("{} was interrupted; it goes on", thread.getName(), e);
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Lets what is being taken come to its end. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      called.signalAll();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(LONGEST_GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
