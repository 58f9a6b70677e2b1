package io.deskhand.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who types where, and until when that is believed without another word. For one thread at a time.
 *
 * @param <T> somebody who types in a room
 */
final class TypingTimes<T> {
  private final Duration believed;
  private final Map<T, Instant> until = new HashMap<>();

  TypingTimes(Duration believed) {
    this.believed = believed;
  }

  /** Notes that {@code typist} types; true if that is news. */
  boolean start(T typist, Instant now) {
    return until.put(typist, now.plus(believed)) == null;
  }

  /** Notes that {@code typist} has stopped; true if that is news. */
  boolean stop(T typist) {
    return until.remove(typist) != null;
  }

  /** Those who have not said that they still type; they are forgotten with this. */
  List<T> expire(Instant now) {
    List<T> expired = new ArrayList<>();
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
