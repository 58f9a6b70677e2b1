package io.deskhand.server.store;

import io.deskhand.server.store.seal.CannotOpen;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.Place;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A sealed value in the database that tells whether keys are those of its data. */
final class KeyCheck {
  private static final String NAME = "key-check";
  private static final Place PLACE = Secrets.place(NAME);

  private KeyCheck() {}

  /** Whether data was sealed here. */
  static boolean isThere(Handle handle) {
    return find(handle).isPresent();
  }

  /** Whether {@code cipher} has the keys of the data; the first to come are those. */
  static boolean passes(Handle handle, FieldCipher cipher) {
    byte[] mine = cipher.seal(PLACE, NAME.getBytes(StandardCharsets.UTF_8));
    handle.execute(
        "INSERT INTO secrets (name, secret) VALUES (?, ?) ON CONFLICT DO NOTHING", NAME, mine);
    try {
      cipher.open(PLACE, find(handle).orElseThrow());
      return true;
    } catch (CannotOpen e) {
      return false;
    }
  }

  private static Optional<byte[]> find(Handle handle) {
    return handle
        .createQuery("SELECT secret FROM secrets WHERE name = ?")
        .bind(0, NAME)
        .mapTo(byte[].class)
        .findOne();
  }
}
