package io.deskhand.server.store.seal;

/** The keys of the data are missing, unreadable, or not those that the data was written with. */
public final class KeysUnusable extends RuntimeException {
  public KeysUnusable(String message) {
    super(message);
  }

  public KeysUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
