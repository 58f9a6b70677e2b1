package io.deskhand.sync.cache;

import java.util.Optional;

/** A machine without a keychain. */
public final class NoKeychain implements Vault {
  @Override
  public Optional<String> read(String account) throws Unavailable {
    throw new Unavailable("none here", new IllegalStateException());
  }

  @Override
  public void write(String account, String secret) throws Unavailable {
    throw new Unavailable("none here", new IllegalStateException());
  }

  @Override
  public void delete(String account) throws Unavailable {
    throw new Unavailable("none here", new IllegalStateException());
  }
}
