package io.deskhand.sync.flow;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Where listeners are called: each on a thread of its own, so that none holds another up. */
public final class Notifier implements Executor {
  private final Consumer<Throwable> failures;

  /** {@code failures} gets what a listener threw. */
  public Notifier(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  @Override
  public void execute(Runnable call) {
    Thread.ofVirtual().name("deskhand-notifier").start(call);
  }

  void failed(Throwable failure) {
    failures.accept(failure);
  }
}
