package io.deskhand.server.web;

import io.deskhand.model.InvalidTransition;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.Problem.FieldError;
import io.deskhand.protocol.ProblemException;
import java.util.List;
import java.util.Optional;

/** Makes problem documents of what handlers and features throw. */
public final class Problems {
  private Problems() {}

  /** The problem that {@code failure} is meant to tell; empty if it is a fault of the server. */
  public static Optional<Problem> of(Throwable failure) {
    return switch (failure) {
      case ProblemException e -> Optional.of(e.problem());
      case InvalidTransition e ->
          Optional.of(
              Problem.of(ErrorCode.INVALID_TRANSITION, e.getMessage())
                  .withMove(e.state(), e.verb(), e.allowed()));
      case BadJson e -> Optional.of(ofBadJson(e));
      case TooManyRequests e ->
          Optional.of(Problem.of(ErrorCode.RATE_LIMITED, "Too many attempts; wait a little"));
      default -> Optional.empty();
    };
  }

  /** {@code validation_failed} for one field. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** {@code validation_failed} for several fields. */
  public static ProblemException invalid(List<FieldError> errors) {
    String detail = errors.getFirst().field() + ": " + errors.getFirst().message();
    return new ProblemException(
        Problem.of(ErrorCode.VALIDATION_FAILED, detail).withErrors(List.copyOf(errors)));
  }

  /** {@code not_found}, also for what the session may not know of. */
  public static ProblemException notFound(String what) {
    return ProblemException.of(ErrorCode.NOT_FOUND, "No such " + what);
  }

  /** {@code forbidden}, for what the session sees but may not do. */
  public static ProblemException forbidden(String detail) {
    return ProblemException.of(ErrorCode.FORBIDDEN, detail);
  }

  private static Problem ofBadJson(BadJson e) {
    String message = e.getMessage() == null ? "not valid" : e.getMessage();
    String field = e.field();
    return field == null
        ? Problem.of(ErrorCode.MALFORMED_REQUEST, message)
        : Problem.of(ErrorCode.VALIDATION_FAILED, field + ": " + message)
            .withErrors(List.of(new FieldError(field, message)));
  }
}
