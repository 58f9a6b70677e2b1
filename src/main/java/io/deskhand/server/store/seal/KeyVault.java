package io.deskhand.server.store.seal;

import java.util.Optional;

/** Where keys are kept; says where when it is printed. */
public interface KeyVault {
  /** What is kept; empty if there is nothing yet. */
  Optional<byte[]> read();

  /** Keeps {@code keys} instead of what there is, durably. */
  void write(byte[] keys);

  /** Keeps {@code keys} if there is nothing yet, durably. */
  void writeFirst(byte[] keys);
}
