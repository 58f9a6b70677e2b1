package io.deskhand.sync.flow;

import io.deskhand.sync.Live;
import io.deskhand.sync.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Live} value that can be set. Each listener is called by one thread at a time, in order,
 * and by no thread that another listener needs: a slow one falls behind alone, and then gets the
 * latest value only. Thread-safe.
 */
public final class LiveCell<T> implements Live<T> {
  private final Notifier notifier;
  private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();
  private volatile T value;

  public LiveCell(T initial, Notifier notifier) {
    this.value = initial;
    this.notifier = notifier;
  }

  @Override
  public T get() {
    return value;
  }

  /** Sets the value; listeners are told, unless it equals the one before. Never waits. */
  public void set(T next) {
    if (next.equals(value)) {
      return;
    }
    value = next;
    listeners.forEach(Listener::wake);
  }

  @Override
  public Subscription subscribe(Consumer<? super T> listener) {
    Listener<T> added = new Listener<>(this, listener);
    listeners.add(added);
    added.first();
    return () -> {
      added.closed = true;
      listeners.remove(added);
    };
  }

  private static final class Listener<T> {
    private final LiveCell<T> cell;
    private final Consumer<? super T> target;
    // Calls owed. Whoever raises it from 0 starts the one thread that works them off.
    private final AtomicInteger owed = new AtomicInteger(1);
    private volatile boolean closed;
    private @Nullable T last;

    Listener(LiveCell<T> cell, Consumer<? super T> target) {
      this.cell = cell;
      this.target = target;
    }

    void first() {
      deliver();
      if (owed.decrementAndGet() != 0) {
        cell.notifier.execute(this::drain);
      }
    }

    void wake() {
      if (owed.getAndIncrement() == 0) {
        cell.notifier.execute(this::drain);
      }
    }

    private void drain() {
      int seen = owed.get();
      while (seen != 0) {
        deliver();
        seen = owed.addAndGet(-seen);
      }
    }

    private void deliver() {
      T now = cell.value;
      if (closed || now.equals(last)) {
        return;
      }
      last = now;
      try {
        target.accept(now);
      } catch (RuntimeException | Error failure) {
        cell.notifier.failed(failure);
      }
    }
  }
}
