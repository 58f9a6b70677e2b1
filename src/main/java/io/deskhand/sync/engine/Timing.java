package io.deskhand.sync.engine;

import io.deskhand.protocol.Limits;
import io.deskhand.sync.flow.Backoff;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect until the network is connected, and again until the server has let the session in
 * @param call a whole HTTP call
 * @param heartbeat how often the server is heard at least; two missed, and it counts as gone
 * @param reconnect how long to wait before the next attempt to connect
 * @param resend how long to wait before an intent is tried again
 * @param jobPoll how often a running job is asked after
 * @param typingRepeat how often at most the others are told that this person types
 * @param typingIdle after which silence this person has stopped typing, and after twice which
 *     another one has
 */
public record Timing(
    Duration connect,
    Duration call,
    Duration heartbeat,
    Backoff reconnect,
    Backoff resend,
    Duration jobPoll,
    Duration typingRepeat,
    Duration typingIdle) {

  /** For people. */
  public static final Timing STANDARD =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Limits.HEARTBEAT,
          new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30)),
          new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
          Duration.ofMillis(500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5));

  /** After which silence the server counts as gone. */
  Duration silence() {
    return heartbeat.multipliedBy(2).plus(heartbeat.dividedBy(4));
  }
}
