package io.deskhand.server.app;

import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets, once a day, what nobody can ask for any more. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A console may be away for a month and still hold a write that it does not know the end of. */
  static final Duration ANSWERS_KEPT = Duration.ofDays(90);

  private static final long EVERY_HOURS = 24;

  /** Over before this server's next round; one of those that share the desk is enough. */
  private static final Duration DONE_FOR = Duration.ofHours(EVERY_HOURS - 1);

  private final Ledger ledger;
  private final Runnable sweep;
  private final ScheduledExecutorService timer;

  /** Runs {@code sweep} too, for what is not in the database. */
  Housekeeping(Ledger ledger, Runnable sweep, Background background) {
    this.timer = background.timer("housekeeping");
    this.ledger = ledger;
    this.sweep = sweep;
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::run, 0, EVERY_HOURS, TimeUnit.HOURS);
  }

  private void run() {
    try {
      Instant now = tidy();
      sweep.run();
      LOG.debug("Tidied up at {}", now);
    } catch (RuntimeException e) {
      // The timer would end at the first failure; tomorrow is another day.
      LOG.error("Could not tidy up", e);
    }
  }

  Instant tidy() {
    return ledger.write(
        tx -> {
          if (!tx.leases().take("housekeeping", DONE_FOR)) {
            return tx.now();
          }
          tx.leases().forgetEnded();
          tx.answers().forgetBefore(tx.now().minus(ANSWERS_KEPT));
          tx.refreshTokens().forgetBefore(tx.now());
          return tx.now();
        });
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
