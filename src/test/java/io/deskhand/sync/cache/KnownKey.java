package io.deskhand.sync.cache;

import java.util.Optional;

/**
 * A keychain that has the same key for everybody: also after a crash, and for a copy of a folder.
 */
public final class KnownKey implements Vault {
  static final String KEY = "0123456789abcdef".repeat(4);

  @Override
  public Optional<String> read(String account) {
    return Optional.of(KEY);
  }

  @Override
  public void write(String account, String secret) {
    throw new AssertionError("it is there");
  }

  @Override
  public void delete(String account) {
    throw new AssertionError("it stays");
  }
}
