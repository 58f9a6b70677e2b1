package io.deskhand.sim;

/** Something that must always hold did not. */
final class Violation extends RuntimeException {
  Violation(String what) {
    super(what);
  }
}
