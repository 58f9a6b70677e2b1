package io.deskhand.server.live;

import java.time.Clock;

/**
 * How many frames a client may send: {@code burst} at once, and {@code perSecond} in the long run.
 * Thread-safe.
 */
final class RateLimit {
  private final Clock clock;
  private final int burst;
  private final double perMilli;
  private double left;
  private long asOf;

  RateLimit(Clock clock, int burst, int perSecond) {
    this.clock = clock;
    this.burst = burst;
    this.perMilli = perSecond / 1000.0;
    this.left = burst;
    this.asOf = clock.millis();
  }

  /** Whether one more may pass now; counts it if so. */
  synchronized boolean pass() {
    long now = clock.millis();
    left = Math.min(burst, left + Math.max(0, now - asOf) * perMilli);
    asOf = now;
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}
