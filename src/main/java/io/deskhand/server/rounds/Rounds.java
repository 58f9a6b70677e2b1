package io.deskhand.server.rounds;

import io.deskhand.protocol.ProblemException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something twice a second in the background, until it is closed. One round that fails is
 * logged, and the next one comes all the same. Thread-safe.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private final String what;
  private final Runnable round;
  private final ScheduledExecutorService timer;

  /**
   * @param what is looked after, in a word, for the log
   * @param round must end by itself
   */
  public Rounds(String what, Runnable round, Background background) {
    this.what = what;
    this.round = round;
    this.timer = background.timer(what + "-watch");
  }

  /** Begins. */
  public void start() {
    long millis = PERIOD.toMillis();
    var _ = timer.scheduleWithFixedDelay(this::run, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      round.run();
    } catch (ProblemException e) {
      LOG.warn("Could not look after {}: {}", what, e.getMessage());
    } catch (RuntimeException e) {
      // The timer would end at the first failure; the next round may go better.
      LOG.error("Could not look after {}", what, e);
    }
  }

  /** Starts no more rounds; one that is under way comes to its end. */
  @Override
  public void close() {
    timer.shutdown();
  }
}
