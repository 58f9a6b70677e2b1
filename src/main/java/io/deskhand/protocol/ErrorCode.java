package io.deskhand.protocol;

import io.deskhand.model.WireEnum;

/** The stable codes of problem documents and of {@code error} frames, with their HTTP status. */
public enum ErrorCode implements WireEnum {
  MALFORMED_REQUEST(400),
  VALIDATION_FAILED(422),
  UNAUTHENTICATED(401),
  INVALID_CREDENTIALS(401),
  TOKEN_EXPIRED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  CONFLICT(409),
  INVALID_TRANSITION(409),
  IDEMPOTENCY_MISMATCH(409),
  VERSION_CONFLICT(412),
  PAYLOAD_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  RESYNC(410),
  RATE_LIMITED(429),
  INTERNAL(500),
  OUT_OF_SPACE(507),
  UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** Whether the same request may succeed later without a change. */
  public boolean isTransient() {
    return this == RATE_LIMITED || this == INTERNAL || this == OUT_OF_SPACE || this == UNAVAILABLE;
  }
}
