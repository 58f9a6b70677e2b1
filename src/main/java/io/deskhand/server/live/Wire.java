package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;
import java.util.List;

/** One open socket, as a session writes to it. No method waits for the network. */
interface Wire {
  /**
   * Begins to write text frames; {@code done} is called once, on any thread, when they are out.
   *
   * @param frames in UTF-8, and not to be changed: others may be sent the same bytes
   */
  void send(List<byte[]> frames, Runnable done);

  /** Ends the connection: with the closing handshake where the client takes part in it. */
  void close(int code, String reason);

  /**
   * The close code that goes with an error: 4000 and its HTTP status, so that 4401 means sign in
   * again and 4410 means pull.
   */
  static int closeCode(ErrorCode error) {
    return 4000 + error.status();
  }
}
