package io.deskhand.sync;

import java.util.function.Consumer;

/**
 * A value that changes, for the console to watch. Thread-safe.
 *
 * @param <T> an immutable value
 */
public interface Live<T> {
  /** The value as it is now; never waits. */
  T get();

  /**
   * Calls {@code listener} with the value as it is, and with each later one, in order; values that
   * follow fast on each other may be left out, the last one never is. Called on a thread of the
   * sync layer (the first time: on the caller's), which it must not hold up.
   */
  Subscription subscribe(Consumer<? super T> listener);
}
