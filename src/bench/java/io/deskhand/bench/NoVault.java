package io.deskhand.bench;

import io.deskhand.sync.cache.Vault;
import java.util.Optional;

/** A machine without a keychain. */
final class NoVault implements Vault {
  @Override
  public Optional<String> read(String account) throws Unavailable {
    throw new Unavailable("not on a benchmark", null);
  }

  @Override
  public void write(String account, String secret) throws Unavailable {
    throw new Unavailable("not on a benchmark", null);
  }
}
