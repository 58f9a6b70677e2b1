package io.deskhand.model;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids: UUIDs of version 7 (RFC 9562), so that they sort by the time they were made. Safe for
 * use by many threads.
 */
public final class Ids {
  private static final long RANDOM_A = 0xFFFL;
  private final Clock clock;
  private final RandomGenerator random;

  /** Ids from the system's clock and a secure source. */
  public Ids() {
    this(Clock.systemUTC(), new SecureRandom());
  }

  /** Ids from {@code clock} and {@code random}: the same seeds make the same ids. */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id. */
  public UUID next() {
    return at(clock.millis(), random);
  }

  /** An id of the moment {@code millis} (since the epoch), its other bits from {@code random}. */
  public static UUID at(long millis, RandomGenerator random) {
    long high = (millis << 16) | 0x7000L | (random.nextLong() & RANDOM_A);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
