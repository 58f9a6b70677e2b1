package io.deskhand.server.web;

import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;

/**
 * The answer to a request.
 *
 * @param status HTTP; from 400 on the body is a problem document
 * @param body JSON in UTF-8; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way out; compared by nobody.
public record Reply(int status, byte[] body) {
  /** 200 with {@code value} as JSON. */
  public static Reply ok(Object value) {
    return of(200, value);
  }

  /** {@code status} with {@code value} as JSON. */
  public static Reply of(int status, Object value) {
    return new Reply(status, Json.bytes(value));
  }

  /** 204. */
  public static Reply empty() {
    return new Reply(204, new byte[0]);
  }

  static Reply of(Problem problem) {
    return of(problem.status(), problem);
  }
}
