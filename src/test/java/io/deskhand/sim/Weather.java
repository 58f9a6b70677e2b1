package io.deskhand.sim;

/** How the network of one console behaves. */
final class Weather {
  /** What is sent to the server arrives. */
  boolean up = true;

  /** What the server sends arrives. */
  boolean down = true;

  /** Whoever calls is told at once that there is nobody, instead of waiting. */
  boolean refusing;

  int latencyMillis = 5;
  int lostRequests;
  int lostAnswers;
  int badGateways;
  int busy;
  int repeatedRequests;
  int lostFrames;
  int repeatedFrames;
  int swappedFrames;

  /** As it should be. */
  void clear() {
    Weather fine = new Weather();
    up = fine.up;
    down = fine.down;
    refusing = fine.refusing;
    latencyMillis = fine.latencyMillis;
    lostRequests = 0;
    lostAnswers = 0;
    badGateways = 0;
    busy = 0;
    repeatedRequests = 0;
    lostFrames = 0;
    repeatedFrames = 0;
    swappedFrames = 0;
  }
}
