package io.deskhand.server.live;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames on their way to one client, at most so many and so long. Hands one at a time to the
 * wire, so that a slow client fills this queue and nothing else. Never blocks; thread-safe.
 */
final class SendQueue {
  private final Wire wire;
  private final Bound bound;
  private final Runnable onOverflow;
  private final Queue<String> waiting = new ArrayDeque<>();
  private long waitingChars;
  private boolean inFlight;
  private boolean draining;
  private boolean closed;

  /** The most frames that may wait, and the most characters in them together. */
  record Bound(int frames, long chars) {}

  /**
   * @param onOverflow called once, by the thread whose frame did not fit; nothing is sent after it
   */
  SendQueue(Wire wire, Bound bound, Runnable onOverflow) {
    this.wire = wire;
    this.bound = bound;
    this.onOverflow = onOverflow;
  }

  /** Adds a frame to what is sent, in order. Does nothing once the queue is closed. */
  void send(String frame) {
    switch (add(frame)) {
      case ADDED -> drain();
      case OVERFLOWN -> onOverflow.run();
      case CLOSED -> {}
    }
  }

  /** Sends nothing more, what waits included. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    waitingChars = 0;
  }

  private enum Outcome {
    ADDED,
    OVERFLOWN,
    CLOSED
  }

  private synchronized Outcome add(String frame) {
    if (closed) {
      return Outcome.CLOSED;
    }
    if (waiting.size() >= bound.frames() || waitingChars + frame.length() > bound.chars()) {
      close();
      return Outcome.OVERFLOWN;
    }
    waiting.add(frame);
    waitingChars += frame.length();
    return Outcome.ADDED;
  }

  /** A loop and not a recursion, since a wire may be done before its send returns. */
  private void drain() {
    for (String next = begin(); next != null; next = begin()) {
      wire.send(next, this::written);
      handedOver();
    }
  }

  private synchronized @Nullable String begin() {
    if (draining || inFlight) {
      return null;
    }
    String next = waiting.poll();
    if (next != null) {
      waitingChars -= next.length();
      draining = true;
      inFlight = true;
    }
    return next;
  }

  private synchronized void handedOver() {
    draining = false;
  }

  private void written() {
    synchronized (this) {
      inFlight = false;
    }
    drain();
  }
}
