package io.deskhand.console.bind;

import io.deskhand.sync.Live;
import io.deskhand.sync.Subscription;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A {@link Live} value as a property that changes on the FX thread only. Of values that follow each
 * other faster than the FX thread runs, the last one is shown. Subscribes when it is made: make it
 * on attach, close it on detach. FX thread only.
 *
 * @param <T> an immutable value
 */
public final class LiveProperty<T> implements AutoCloseable {
  private final Live<T> source;
  private final ReadOnlyObjectWrapper<T> value;
  private final Subscription subscription;
  private boolean closed;

  /** {@code fx} runs tasks on the FX thread; tests give one that runs them at once. */
  public LiveProperty(Live<T> source, Executor fx) {
    this.source = source;
    this.value = new ReadOnlyObjectWrapper<>(source.get());
    Coalesced update = new Coalesced(fx, this::update);
    this.subscription = source.subscribe(changed -> update.request());
  }

  public T get() {
    return value.get();
  }

  public ReadOnlyObjectProperty<T> property() {
    return value.getReadOnlyProperty();
  }

  /** Ends the subscription; the property keeps its last value. */
  @Override
  public void close() {
    closed = true;
    subscription.close();
  }

  private void update() {
    if (!closed) {
      value.set(source.get());
    }
  }
}
