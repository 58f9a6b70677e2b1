package io.deskhand.server.live;

import io.deskhand.protocol.ErrorCode;

/** One open socket, as a session writes to it. No method waits for the network. */
interface Wire {
  /** Begins to write a text frame; {@code done} is called once, on any thread, when it is out. */
  void send(String frame, Runnable done);

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
