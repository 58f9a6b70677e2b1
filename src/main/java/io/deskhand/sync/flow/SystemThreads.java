package io.deskhand.sync.flow;

import java.util.function.Consumer;

/**
 * The threads of this machine: a platform thread for what owns state, virtual ones for the rest.
 */
public final class SystemThreads implements Threads {
  @Override
  public SerialThread serial(String name, Consumer<Throwable> failures) {
    return new OwnThread(name, failures);
  }

  @Override
  public void start(String name, Runnable task) {
    Thread.ofVirtual().name(name).start(task);
  }
}
