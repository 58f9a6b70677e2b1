package io.deskhand.server.live;

import io.deskhand.protocol.Limits;
import java.time.Duration;

/**
 * The times that the live socket keeps.
 *
 * @param heartbeat between two heartbeats
 * @param authenticateWithin how long a socket may stay open without a token
 * @param typing how long somebody counts as typing without another word
 * @param idle how long a connection may move nothing in either direction
 * @param closing how long a closing handshake may take before the connection is cut
 * @param tick how often overdue things are looked for
 */
public record LiveTiming(
    Duration heartbeat,
    Duration authenticateWithin,
    Duration typing,
    Duration idle,
    Duration closing,
    Duration tick) {
  /** What the protocol says. */
  public static final LiveTiming STANDARD =
      new LiveTiming(
          Limits.HEARTBEAT,
          Limits.AUTHENTICATE_WITHIN,
          Duration.ofSeconds(6),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofMillis(500));
}
