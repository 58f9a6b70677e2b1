package io.deskhand.sync.engine;

import io.deskhand.sync.flow.Background;
import io.deskhand.sync.flow.Incidents;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What every part of a desk's engine works with. {@code thread} owns their state. */
record Core(
    SerialThread thread,
    SerialThread journal,
    Background background,
    Notifier notifier,
    Incidents incidents,
    Clock clock,
    RandomGenerator random,
    Timing timing) {

  static Core start(Incidents incidents, Clock clock, RandomGenerator random, Timing timing) {
    SerialThread thread = new SerialThread("deskhand-sync", incidents::unexpected);
    return new Core(
        thread,
        new SerialThread("deskhand-journal", incidents::unexpected),
        new Background(thread),
        new Notifier(incidents::unexpected),
        incidents,
        clock,
        random,
        timing);
  }

  /** Ends both threads; what was to be written is written. */
  void stop() {
    thread.close();
    journal.close();
  }
}
