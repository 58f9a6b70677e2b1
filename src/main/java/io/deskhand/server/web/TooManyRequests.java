package io.deskhand.server.web;

import java.time.Duration;

/** Somebody asks too often; they may ask again after {@link #retryAfter}. */
public final class TooManyRequests extends RuntimeException {
  private final Duration retryAfter;

  public TooManyRequests(Duration retryAfter) {
    super("too many requests");
    this.retryAfter = retryAfter;
  }

  /** How long to wait, at least a second. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
