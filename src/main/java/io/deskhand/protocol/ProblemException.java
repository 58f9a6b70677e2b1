package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/** A refusal or failure that is to be told as a {@link Problem}. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.code().wire() + ": " + problem.detail(), cause);
    this.problem = problem;
  }

  /** A problem that says no more than its code and a sentence. */
  public static ProblemException of(ErrorCode code, String detail) {
    return new ProblemException(Problem.of(code, detail));
  }

  /** What to tell. */
  public Problem problem() {
    return problem;
  }
}
