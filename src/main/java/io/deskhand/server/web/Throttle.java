package io.deskhand.server.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets by name: each attempt takes a token, tokens come back with time. Whoever goes on
 * when a bucket is empty waits longer each time. Forgets the bucket that was used longest ago when
 * there are too many. Thread-safe.
 */
public final class Throttle {
  private static final int MOST_BUCKETS = 10_000;
  private final int burst;
  private final Duration perToken;
  private final Duration longest;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new Buckets();

  /**
   * {@code burst} attempts at once, then one every {@code perToken}; that doubles, up to {@code
   * longest}, with each that is taken as soon as it is there.
   */
  public Throttle(int burst, Duration perToken, Duration longest, Clock clock) {
    this.burst = burst;
    this.perToken = perToken;
    this.longest = longest;
    this.clock = clock;
  }

  /** The same without growth. */
  public Throttle(int burst, Duration perToken, Clock clock) {
    this(burst, perToken, perToken, clock);
  }

  /**
   * Takes a token.
   *
   * @throws TooManyRequests if there is none
   */
  public void take(String name) {
    Optional<Duration> pause = attempt(name);
    if (pause.isPresent()) {
      throw new TooManyRequests(pause.get());
    }
  }

  /** Takes a token if there is one: for an attempt that was let through elsewhere. */
  public void note(String name) {
    Optional<Duration> _ = attempt(name);
  }

  /** Takes a token; how long to wait if there is none. */
  private synchronized Optional<Duration> attempt(String name) {
    Instant now = clock.instant();
    Bucket bucket = buckets.get(name);
    Bucket filled = bucket == null ? new Bucket(burst, now, perToken) : filled(bucket, now);
    if (filled.tokens() < 1) {
      double nanos = Math.ceil((1 - filled.tokens()) * filled.pause().toNanos());
      long seconds = Duration.ofNanos((long) nanos).plusMillis(999).toSeconds();
      return Optional.of(Duration.ofSeconds(Math.max(1, seconds)));
    }
    boolean again = bucket != null && bucket.tokens() < 1;
    Duration pause = again ? longer(filled.pause()) : filled.pause();
    buckets.put(name, new Bucket(filled.tokens() - 1, now, pause));
    return Optional.empty();
  }

  /** Forgets what was taken under {@code name}. */
  public synchronized void forgive(String name) {
    buckets.remove(name);
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(longest) > 0 ? longest : twice;
  }

  /** As it is now: full again, it begins anew. */
  private Bucket filled(Bucket bucket, Instant now) {
    double gained =
        (double) Duration.between(bucket.at(), now).toNanos() / bucket.pause().toNanos();
    double tokens = bucket.tokens() + Math.max(0, gained);
    return tokens >= burst
        ? new Bucket(burst, now, perToken)
        : new Bucket(tokens, now, bucket.pause());
  }

  private record Bucket(double tokens, Instant at, Duration pause) {}

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
