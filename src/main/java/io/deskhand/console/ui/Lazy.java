package io.deskhand.console.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is asked for first, such as a part of the window that is not on it
 * at the start. FX thread only.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<? extends T> maker;
  private @Nullable T made;

  public Lazy(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T there = made;
    if (there == null) {
      there = maker.get();
      made = there;
    }
    return there;
  }

  /** Does this with it, if it was ever asked for. */
  public void ifMade(Consumer<? super T> action) {
    if (made != null) {
      action.accept(made);
    }
  }
}
