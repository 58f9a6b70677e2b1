package io.deskhand.sync.rest;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server's no, with its problem document. */
public final class Refused extends RuntimeException {
  private final transient Problem problem;
  private final transient @Nullable Duration retryAfter;
  private final transient @Nullable Long uploadOffset;

  Refused(Problem problem, @Nullable Duration retryAfter, @Nullable Long uploadOffset) {
    super(problem.status() + " " + problem.code().wire() + ": " + problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
    this.uploadOffset = uploadOffset;
  }

  public Problem problem() {
    return problem;
  }

  public ErrorCode code() {
    return problem.code();
  }

  /** How long the server asks to wait; null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** How much of a file the server has; null if it does not say. */
  public @Nullable Long uploadOffset() {
    return uploadOffset;
  }

  /** Whether the same request may go well later. */
  public boolean isTransient() {
    return problem.status() == 408 || problem.status() == 429 || problem.status() >= 500;
  }

  /** What the server said, in its own words, for a person: the sentence and the wrong fields. */
  public String words() {
    StringBuilder words = new StringBuilder();
    words.append(problem.detail() == null ? problem.title() : problem.detail());
    if (problem.errors() != null) {
      problem
          .errors()
          .forEach(
              error ->
                  words.append("; ").append(error.field()).append(' ').append(error.message()));
    }
    return words.toString();
  }
}
