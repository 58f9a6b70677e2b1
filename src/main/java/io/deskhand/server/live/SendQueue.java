package io.deskhand.server.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The frames on their way to one client, at most so many and so long. Hands what waits to the wire,
 * and the next only when that is out, so that a slow client fills this queue and nothing else.
 * Never blocks; thread-safe.
 */
final class SendQueue {
  /** What is handed over at once: more costs no less, and waits longer for its first frame. */
  private static final int MOST_AT_ONCE = 48 * 1024;

  private final Wire wire;
  private final Bound bound;
  private final Runnable onOverflow;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean inFlight;
  private boolean draining;
  private boolean closed;

  /** The most frames that may wait, and the most bytes in them together. */
  record Bound(int frames, long bytes) {}

  /**
   * @param onOverflow called once, by the thread whose frame did not fit; nothing is sent after it
   */
  SendQueue(Wire wire, Bound bound, Runnable onOverflow) {
    this.wire = wire;
    this.bound = bound;
    this.onOverflow = onOverflow;
  }

  /** Adds a frame in UTF-8 to what is sent, in order. Does nothing once the queue is closed. */
  void send(byte[] frame) {
    add(frame);
    flush();
  }

  /**
   * The same for a frame that may wait for the next flush, which others may be sent with. What is
   * enough for a write does not wait: a client that reads must not overflow for want of a flush.
   */
  void add(byte[] frame) {
    if (overflows(frame)) {
      onOverflow.run();
    } else if (isEnough()) {
      flush();
    }
  }

  private synchronized boolean isEnough() {
    return waitingBytes >= MOST_AT_ONCE;
  }

  /** Sends nothing more, what waits included. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    waitingBytes = 0;
  }

  private synchronized boolean overflows(byte[] frame) {
    if (closed) {
      return false;
    }
    if (waiting.size() >= bound.frames() || waitingBytes + frame.length > bound.bytes()) {
      close();
      return true;
    }
    waiting.add(frame);
    waitingBytes += frame.length;
    return false;
  }

  /** A loop and not a recursion, since a wire may be done before its send returns. */
  void flush() {
    for (List<byte[]> next = begin(); !next.isEmpty(); next = begin()) {
      wire.send(next, this::written);
      handedOver();
    }
  }

  private synchronized List<byte[]> begin() {
    if (draining || inFlight || waiting.isEmpty()) {
      return List.of();
    }
    List<byte[]> next = new ArrayList<>();
    int bytes = 0;
    for (byte[] frame = waiting.peek();
        frame != null && (bytes == 0 || bytes + frame.length <= MOST_AT_ONCE);
        frame = waiting.peek()) {
      next.add(waiting.remove());
      bytes += frame.length;
    }
    waitingBytes -= bytes;
    draining = true;
    inFlight = true;
    return next;
  }

  private synchronized void handedOver() {
    draining = false;
  }

  private void written() {
    synchronized (this) {
      inFlight = false;
    }
    flush();
  }
}
