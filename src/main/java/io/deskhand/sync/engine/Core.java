package io.deskhand.sync.engine;

import io.deskhand.sync.flow.Background;
import io.deskhand.sync.flow.Incidents;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.flow.Threads;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What every part of a desk's engine works with. {@code thread} owns their state. */
record Core(
    Threads threads,
    SerialThread thread,
    SerialThread journal,
    Background background,
    Notifier notifier,
    Incidents incidents,
    Clock clock,
    RandomGenerator random,
    Timing timing) {

  static Core start(Incidents incidents, Host host) {
    Threads threads = host.threads();
    SerialThread thread = threads.serial("deskhand-sync", incidents::unexpected);
    return new Core(
        threads,
        thread,
        threads.serial("deskhand-journal", incidents::unexpected),
        new Background(threads, thread),
        new Notifier(threads, incidents::unexpected),
        incidents,
        host.clock(),
        host.random(),
        host.timing());
  }

  /** Ends both threads; what was to be written is written. */
  void stop() {
    thread.close();
    journal.close();
  }
}
