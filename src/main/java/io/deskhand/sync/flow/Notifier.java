package io.deskhand.sync.flow;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Where listeners are called: each on a thread of its own, so that none holds another up. */
public final class Notifier implements Executor {
  private final Threads threads;
  private final Consumer<Throwable> failures;

  /** The same as below, on threads of the system's. */
  public Notifier(Consumer<Throwable> failures) {
    this(new SystemThreads(), failures);
  }

  /**
   * @param failures gets what a listener threw
   */
  public Notifier(Threads threads, Consumer<Throwable> failures) {
    this.threads = threads;
    this.failures = failures;
  }

  @Override
  public void execute(Runnable call) {
    threads.start("deskhand-notifier", call);
  }

  void failed(Throwable failure) {
    failures.accept(failure);
  }
}
