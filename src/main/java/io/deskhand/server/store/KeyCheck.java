package io.deskhand.server.store;

import io.deskhand.server.store.seal.CannotOpen;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.KeysUnusable;
import io.deskhand.server.store.seal.Place;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A sealed value in the database that tells whether keys are those of its data. */
final class KeyCheck {
  private static final String NAME = "key-check";
  private static final Place PLACE = Secrets.place(NAME);

  private KeyCheck() {}

  /**
   * Passes with the keys that the data was written with; the first to come are those.
   *
   * @throws KeysUnusable if they are others
   */
  static void run(Handle handle, FieldCipher cipher) {
    Optional<byte[]> known =
        handle
            .createQuery("SELECT secret FROM secrets WHERE name = ?")
            .bind(0, NAME)
            .mapTo(byte[].class)
            .findOne();
    if (known.isEmpty()) {
      byte[] sealed = cipher.seal(PLACE, NAME.getBytes(StandardCharsets.UTF_8));
      handle.execute("INSERT INTO secrets (name, secret) VALUES (?, ?)", NAME, sealed);
      return;
    }
    try {
      cipher.open(PLACE, known.get());
    } catch (CannotOpen e) {
      throw new KeysUnusable("not the keys that the data was written with", e);
    }
  }
}
