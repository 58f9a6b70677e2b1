package io.deskhand.server.rounds;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Where a server works when nobody asks it to. What it gives belongs to whoever asked for it. */
public interface Background {
  /** Threads of this process. */
  Background THREADS =
      new Background() {
        @Override
        public ScheduledExecutorService timer(String name) {
          return Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name(name).daemon().factory());
        }

        @Override
        public ExecutorService workers() {
          return Executors.newVirtualThreadPerTaskExecutor();
        }
      };

  /**
   * Runs one thing at a time, when its time has come.
   *
   * @param name of its thread
   */
  ScheduledExecutorService timer(String name);

  /** Runs many things at once, which may wait for each other. */
  ExecutorService workers();
}
