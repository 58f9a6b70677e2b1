package io.deskhand.server.store;

import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.Place;
import io.deskhand.server.store.seal.Sealing;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The server's own secrets, sealed. */
final class Secrets {
  private Secrets() {}

  static Place place(String name) {
    return Place.of("secrets", "secret", name);
  }

  /** The secret under {@code name}. */
  static Optional<byte[]> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT secret FROM secrets WHERE name = ?")
        .bind(0, name)
        .mapTo(byte[].class)
        .findOne()
        .map(stored -> cipher(handle).open(place(name), stored));
  }

  /** The same; made of {@code bytes} random bytes if there is none. */
  static byte[] findOrMake(Handle handle, String name, int bytes) {
    return find(handle, name).orElseGet(() -> make(handle, name, bytes));
  }

  private static FieldCipher cipher(Handle handle) {
    return handle.getConfig(Sealing.class).cipher();
  }

  private static byte[] make(Handle handle, String name, int bytes) {
    byte[] secret = new byte[bytes];
    new SecureRandom().nextBytes(secret);
    handle.execute(
        "INSERT INTO secrets (name, secret) VALUES (?, ?)",
        name,
        cipher(handle).seal(place(name), secret));
    return secret;
  }
}
