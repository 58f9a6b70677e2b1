package io.deskhand.sync.cache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somewhere to keep a secret, outside the profile's folder. */
public interface Vault {
  /** The secret of {@code account}; empty if there is none. */
  Optional<String> read(String account) throws Unavailable;

  /** Keeps a secret. */
  void write(String account, String secret) throws Unavailable;

  /** Forgets the secret of {@code account}, if there is one. */
  void delete(String account) throws Unavailable;

  /** There is no such place on this machine, or it does not answer. */
  final class Unavailable extends Exception {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
