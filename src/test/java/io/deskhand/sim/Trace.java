package io.deskhand.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What has happened in a run, as one number, with its lines in words. */
final class Trace {
  /**
   * How many of the last lines are kept: all of them where a run is to be compared with another.
   */
  private static final int KEPT = Integer.getInteger("sim.lines", 400);

  private static final long PRIME = 0x100000001b3L;
  private final Deque<String> lines = new ArrayDeque<>();
  private long hash = 0xcbf29ce484222325L;

  void note(long at, String who, String what) {
    String line = "%,10d ms %-8s %s".formatted(at, who, what);
    for (int i = 0; i < line.length(); i++) {
      hash = (hash ^ line.charAt(i)) * PRIME;
    }
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }

  long hash() {
    return hash;
  }

  /** The last lines, oldest first. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
