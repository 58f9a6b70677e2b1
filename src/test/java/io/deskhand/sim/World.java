package io.deskhand.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/**
 * Virtual time: events run one after the other, on one thread, in the order of their times; those
 * of the same time in the order in which they were planned.
 */
final class World {
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Trace trace = new Trace();
  private long now;
  private long leapt;
  private long planned;
  private long happened;
  private long lag;

  private record Event(long at, long order, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Milliseconds since the beginning, without the leaps. */
  long now() {
    return now;
  }

  /** How many events have happened. */
  long happened() {
    return happened;
  }

  Trace trace() {
    return trace;
  }

  /** Plans {@code what}, which never runs before what is being done has ended. */
  void after(long millis, Runnable what) {
    events.add(new Event(now + lag + Math.max(0, millis), planned++, what));
  }

  /** Plans something to happen next. */
  void soon(Runnable what) {
    events.add(new Event(now, planned++, what));
  }

  /** What is planned from now on, until this event ends, comes later by {@code millis} more. */
  void lag(long millis) {
    lag += millis;
  }

  /** Whether what is done now takes effect only later. */
  boolean isLagging() {
    return lag > 0;
  }

  /** Runs what is due within {@code millis}. */
  void run(long millis) {
    long end = now + millis;
    for (Event next = events.peek(); next != null && next.at() <= end; next = events.peek()) {
      events.poll();
      now = next.at();
      lag = 0;
      happened++;
      next.what().run();
    }
    lag = 0;
    now = end;
  }

  /** Every clock jumps forward, while nothing happens. */
  void leap(Duration time) {
    leapt += time.toMillis();
  }

  /** A clock that is off by what {@code skew} says at each moment. */
  Clock clock(java.util.function.LongSupplier skew) {
    return new WorldClock(skew);
  }

  private final class WorldClock extends Clock {
    private final java.util.function.LongSupplier skew;

    WorldClock(java.util.function.LongSupplier skew) {
      this.skew = skew;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return START.plusMillis(now + leapt + skew.getAsLong());
    }
  }
}
