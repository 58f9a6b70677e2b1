package io.deskhand.cli;

/** Why the program cannot do here what it was asked, in one line. */
final class CannotRun extends RuntimeException {
  CannotRun(String message, Throwable cause) {
    super(message, cause);
  }

  CannotRun(String message) {
    super(message);
  }
}
