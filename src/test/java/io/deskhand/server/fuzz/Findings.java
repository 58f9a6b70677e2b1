package io.deskhand.server.fuzz;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was found wrong, each with the request that shows it; thread-safe. */
final class Findings {
  private static final int MOST = 20;
  private static final int LONGEST = 2_000;
  private final List<String> found = new CopyOnWriteArrayList<>();

  void add(String wrong, String request, String answer) {
    String shown = answer.substring(0, Math.min(LONGEST, answer.length()));
    found.add(wrong + "\n  " + request + "\n  " + shown + "\n");
  }

  /** Whether it is no use to look for more. */
  boolean isEnough() {
    return found.size() >= MOST;
  }

  List<String> all() {
    return found;
  }
}
