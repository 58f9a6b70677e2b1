package io.deskhand.demo.customers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast simulated customers live.
 *
 * @param speed 1 for people, 100 for people who live a hundred times as fast
 */
public record Pace(double speed) {
  /** As people do. */
  public static final Pace HUMAN = new Pace(1);

  public Pace {
    if (!(speed > 0) || speed > 10_000) {
      throw new IllegalArgumentException("speed must be above 0 and at most 10000: " + speed);
    }
  }

  /** Something between so many seconds of a person's time. */
  Duration between(double least, double most, RandomGenerator random) {
    return seconds(random.nextDouble(least, most));
  }

  /** So many seconds of a person's time. */
  Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds / speed * 1e9));
  }
}
