package io.deskhand.server.store.seal;

/** A sealed value that was made with other keys, moved, or damaged. */
public final class CannotOpen extends RuntimeException {
  CannotOpen(Place place, Throwable cause) {
    super("the value in " + place.table() + "." + place.column() + " does not open", cause);
  }
}
