package io.deskhand.sync.cache;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Statements without the binding of a library in between, which takes longer than the database. */
final class Statements {
  private Statements() {}

  /** Something done with a statement. */
  interface Use {
    void of(PreparedStatement statement) throws SQLException;
  }

  /** Binds one row. */
  interface Binding<T> {
    void of(PreparedStatement statement, T row) throws SQLException;
  }

  static void run(Handle handle, String sql, Use use) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      use.of(statement);
    } catch (SQLException e) {
      // The failure of a batch does not say why, the next one does.
      throw new IllegalStateException(e.getNextException() == null ? e : e.getNextException());
    }
  }

  /** Runs {@code sql} for each of {@code rows}. */
  static <T> void batch(Handle handle, String sql, Collection<T> rows, Binding<T> binding) {
    if (rows.isEmpty()) {
      return;
    }
    run(
        handle,
        sql,
        statement -> {
          for (T row : rows) {
            binding.of(statement, row);
            statement.addBatch();
          }
          statement.executeBatch();
        });
  }
}
