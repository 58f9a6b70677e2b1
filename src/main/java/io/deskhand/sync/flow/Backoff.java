package io.deskhand.sync.flow;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: a random time up to a bound that doubles with each
 * failure (full jitter), so that many consoles do not come back at the same moment.
 */
public record Backoff(Duration base, Duration cap) {
  private static final int DOUBLINGS = 20;

  /** The wait after {@code failures} failures in a row, at least 1. */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.clamp(failures - 1, 0, DOUBLINGS);
    long bound = Math.min(cap.toMillis(), base.toMillis() << doublings);
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
