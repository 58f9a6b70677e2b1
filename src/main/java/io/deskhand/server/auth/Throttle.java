package io.deskhand.server.auth;

import io.deskhand.server.web.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets by name: each attempt takes a token, tokens come back with time. Forgets the bucket
 * that was used longest ago when there are too many. Thread-safe.
 */
final class Throttle {
  private static final int MOST_BUCKETS = 10_000;
  private final int burst;
  private final Duration perToken;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new Buckets();

  /** {@code burst} attempts at once, then one every {@code perToken}. */
  Throttle(int burst, Duration perToken, Clock clock) {
    this.burst = burst;
    this.perToken = perToken;
    this.clock = clock;
  }

  /**
   * Takes a token.
   *
   * @throws TooManyRequests if there is none
   */
  synchronized void take(String name) {
    Instant now = clock.instant();
    Bucket bucket = buckets.get(name);
    double tokens = bucket == null ? burst : bucket.tokensAt(now, burst, perToken);
    if (tokens < 1) {
      long millis = (long) Math.ceil((1 - tokens) * perToken.toMillis());
      throw new TooManyRequests(Duration.ofSeconds(Math.max(1, (millis + 999) / 1000)));
    }
    buckets.put(name, new Bucket(tokens - 1, now));
  }

  /** Forgets what was taken under {@code name}. */
  synchronized void forgive(String name) {
    buckets.remove(name);
  }

  private record Bucket(double tokens, Instant at) {
    double tokensAt(Instant now, int burst, Duration perToken) {
      double gained = (double) Duration.between(at, now).toMillis() / perToken.toMillis();
      return Math.min(burst, tokens + Math.max(0, gained));
    }
  }

  private static final class Buckets extends LinkedHashMap<String, Bucket> {
    Buckets() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_BUCKETS;
    }
  }
}
