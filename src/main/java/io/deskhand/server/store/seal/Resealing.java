package io.deskhand.server.store.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Seals everything that an older key has sealed with the newest one, but for the history. */
public final class Resealing {
  private final FieldCipher cipher;

  public Resealing(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** Runs over {@code connection}, in batches that it commits; returns how many values it wrote. */
  public long run(Connection connection) {
    try {
      connection.setAutoCommit(false);
      try {
        long written = 0;
        for (SealedColumn column : SealedColumn.REWRITABLE) {
          written += new Rewriting(connection, column).run(this::resealed);
        }
        return written;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot seal the data anew", e);
    }
  }

  private Optional<?> resealed(Place place, Object value) {
    if (value instanceof String text) {
      return cipher.isCurrent(place, text)
          ? Optional.empty()
          : Optional.of(cipher.seal(place, cipher.open(place, text)));
    }
    byte[] bytes = (byte[]) value;
    return cipher.isCurrent(bytes)
        ? Optional.empty()
        : Optional.of(cipher.seal(place, cipher.open(place, bytes)));
  }
}
