package io.deskhand.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts beats on the clock, each one after the other, so that none of them lies in the future. */
final class Timing {
  private Timing() {}

  /**
   * When each beat happens. A story that would not have ended yet is told faster; one that is still
   * going on ({@code live}) has its last beat lately, however old it is.
   */
  static List<Instant> of(
      List<Beat> beats, Instant start, Instant now, boolean live, RandomGenerator random) {
    double room = Duration.between(start, now).toMillis() * (0.85 + 0.14 * random.nextDouble());
    double total = beats.stream().mapToDouble(beat -> beat.gap() * 1000.0).sum();
    double pace = total > room ? room / total : 1;
    double wait = live && total < room ? (room - total) * random.nextDouble(0.55, 1) : 0;
    int waiting = beats.size() <= 3 ? -1 : beats.size() - random.nextInt(1, 3);
    List<Instant> times = new ArrayList<>(beats.size());
    double at = 0;
    for (int i = 0; i < beats.size(); i++) {
      at += beats.get(i).gap() * 1000.0 * pace + (i == waiting ? wait : 0);
      times.add(start.plusMillis((long) at + i + 1));
    }
    return times;
  }
}
