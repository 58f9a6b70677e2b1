package io.deskhand.server.store;

import io.deskhand.server.store.seal.KeyVault;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The keys of servers that share a database, in that database. */
final class DatabaseVault implements KeyVault {
  private final Handle handle;

  DatabaseVault(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<byte[]> read() {
    return handle.createQuery("SELECT ring FROM key_ring").mapTo(byte[].class).findOne();
  }

  @Override
  public void write(byte[] keys) {
    handle.execute("UPDATE key_ring SET ring = ?", keys);
  }

  @Override
  public void writeFirst(byte[] keys) {
    handle.execute("INSERT INTO key_ring (one, ring) VALUES (1, ?) ON CONFLICT DO NOTHING", keys);
  }

  @Override
  public String toString() {
    return "the database";
  }
}
