package io.deskhand.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a server said to a request.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
  /** What comes of a request that the server has broken off. */
  static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String type() {
    return headers.getOrDefault("content-type", "");
  }

  /** Whether the server has refused what it was asked for. */
  boolean isRefusal() {
    return status >= 400;
  }
}
