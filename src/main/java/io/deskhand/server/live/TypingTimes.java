package io.deskhand.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who types where, and until when that is believed without another word. For one thread at a time.
 */
final class TypingTimes {
  private final Duration believed;
  private final Map<Typist, Instant> until = new HashMap<>();

  /** Somebody who types in a room. */
  record Typist(LiveSession session, UUID ticketId) {}

  TypingTimes(Duration believed) {
    this.believed = believed;
  }

  /** Notes that {@code typist} types; true if that is news. */
  boolean start(Typist typist, Instant now) {
    return until.put(typist, now.plus(believed)) == null;
  }

  /** Notes that {@code typist} has stopped; true if that is news. */
  boolean stop(Typist typist) {
    return until.remove(typist) != null;
  }

  /** Those who have not said that they still type; they are forgotten with this. */
  List<Typist> expire(Instant now) {
    List<Typist> expired = new ArrayList<>();
    until.forEach(
        (typist, end) -> {
          if (!end.isAfter(now)) {
            expired.add(typist);
          }
        });
    expired.forEach(until::remove);
    return expired;
  }
}
