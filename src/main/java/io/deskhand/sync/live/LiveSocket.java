package io.deskhand.sync.live;

import io.deskhand.protocol.Frame;

/**
 * One live connection, from open to closed; never used again after that. Frames are bounded both
 * ways, so is what waits to be sent, and a peer that says nothing is given up. Thread-safe.
 */
public interface LiveSocket extends AutoCloseable {
  /** What happens on the connection, on threads of its own, one at a time. */
  public interface Listener {
    void opened();

    /** A frame; the connection reads no further until this returns. */
    void frame(Frame frame);

    /** The end, told once; {@code code} is that of the close frame, or -1 if it never opened. */
    void closed(int code, String reason);
  }

  /** Sends a frame, or drops the connection if the peer takes none; false if it is not open. */
  boolean send(Frame frame);

  /** Ends the connection without waiting for the peer, who may be gone. */
  @Override
  void close();
}
