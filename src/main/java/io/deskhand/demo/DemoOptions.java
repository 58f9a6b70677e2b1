package io.deskhand.demo;

import io.deskhand.server.store.DatabaseUrl;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How the demo desk is to be.
 *
 * @param data the directory that its data is in; what is there already stays as it is
 * @param database the database that it is in instead, shared with other servers; null for none
 * @param port on the loopback address; 0 for any free one
 * @param tickets how many tickets a new desk has, 20 to 1,000,000
 * @param seed makes a new desk: the same seed on the same day, the same desk
 * @param clock what the desk and its customers take the time from
 * @param speed how fast customers live: 1 as people do
 * @param living whether customers live at all
 */
public record DemoOptions(
    Path data,
    @Nullable DatabaseUrl database,
    int port,
    int tickets,
    long seed,
    Clock clock,
    double speed,
    boolean living) {
  public static final int DEFAULT_TICKETS = 20_000;
  public static final int LEAST_TICKETS = 20;
  public static final int MOST_TICKETS = 1_000_000;
  private static final long SEED = 20_261_120;

  public DemoOptions {
    if (tickets < LEAST_TICKETS || tickets > MOST_TICKETS) {
      throw new IllegalArgumentException(
          "a demo desk has %d to %d tickets, not %d"
              .formatted(LEAST_TICKETS, MOST_TICKETS, tickets));
    }
  }

  /** A desk of 20,000 tickets on any free port, with customers who live as people do. */
  public static DemoOptions in(Path data) {
    return new DemoOptions(data, null, 0, DEFAULT_TICKETS, SEED, Clock.systemUTC(), 1, true);
  }

  public DemoOptions withDatabase(@Nullable DatabaseUrl value) {
    return new DemoOptions(data, value, port, tickets, seed, clock, speed, living);
  }

  public DemoOptions withPort(int value) {
    return new DemoOptions(data, database, value, tickets, seed, clock, speed, living);
  }

  public DemoOptions withTickets(int value) {
    return new DemoOptions(data, database, port, value, seed, clock, speed, living);
  }

  public DemoOptions withSeed(long value) {
    return new DemoOptions(data, database, port, tickets, value, clock, speed, living);
  }

  public DemoOptions withClock(Clock value) {
    return new DemoOptions(data, database, port, tickets, seed, value, speed, living);
  }

  public DemoOptions withSpeed(double value) {
    return new DemoOptions(data, database, port, tickets, seed, clock, value, living);
  }

  public DemoOptions withLiving(boolean value) {
    return new DemoOptions(data, database, port, tickets, seed, clock, speed, value);
  }
}
