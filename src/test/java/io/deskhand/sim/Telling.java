package io.deskhand.sim;

import io.deskhand.server.store.Commit;
import io.deskhand.server.store.CommitListener;
import io.deskhand.server.store.Ledger;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Has a ledger tell its commits while the world waits for that, and at no other moment: the thread
 * that tells them is held at the first of them until then.
 */
final class Telling {
  private static final long PATIENCE_SECONDS = 60;
  private final Ledger ledger;
  private boolean open;
  private long held;
  private long told;
  private boolean paused = true;

  /** Holds what {@code ledger} tells; to be made before anybody else listens. */
  Telling(Ledger ledger) {
    this.ledger = ledger;
    this.told = ledger.head();
    ledger.onCommit(this::hold);
  }

  /** Notices what has been told; to be called when everybody else listens. */
  void follow() {
    ledger.onCommit(
        new CommitListener() {
          @Override
          public void committed(Commit commit) {
            reached(commit.tx());
          }

          @Override
          public void paused() {
            pause();
          }
        });
  }

  /** Lets everything be told from now on. */
  synchronized void open() {
    open = true;
    notifyAll();
  }

  /** Has everything told that was committed, and waits for it. */
  void settle() {
    if (isTold()) {
      return;
    }
    long head = ledger.head();
    await(() -> held > told);
    if (held < head) {
      // When this comes back, all that was written before it has been handed over to be told.
      ledger.write(tx -> tx.now());
    }
    open();
    await(() -> told >= head && paused);
    close();
  }

  private synchronized boolean isTold() {
    return told >= ledger.head();
  }

  private synchronized void close() {
    open = false;
  }

  private synchronized void await(BooleanSupplier wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!wanted.getAsBoolean()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException("the server does not come to rest");
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private synchronized void hold(Commit commit) {
    held = commit.tx();
    notifyAll();
    try {
      while (!open) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private synchronized void reached(long tx) {
    told = tx;
    paused = false;
  }

  private synchronized void pause() {
    paused = true;
    notifyAll();
  }
}
