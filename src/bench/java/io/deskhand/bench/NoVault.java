package io.deskhand.bench;

import io.deskhand.sync.cache.Vault;
import java.util.Optional;

/** A keychain whose key everybody knows: what is measured holds nothing, and has to be resumed. */
final class NoVault implements Vault {
  @Override
  public Optional<String> read(String account) {
    return Optional.of("0123456789abcdef".repeat(4));
  }

  @Override
  public void write(String account, String secret) {
    throw new IllegalStateException("it is there");
  }

  @Override
  public void delete(String account) {
    throw new IllegalStateException("it stays");
  }
}
