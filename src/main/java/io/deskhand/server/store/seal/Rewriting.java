package io.deskhand.server.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a column and writes its values anew, in transactions of {@value #BATCH} rows. May be
 * interrupted and begun again.
 */
final class Rewriting {
  private static final int BATCH = 1_000;
  private final Connection connection;
  private final SealedColumn column;
  private final String keys;

  Rewriting(Connection connection, SealedColumn column) {
    this.connection = connection;
    this.column = column;
    this.keys = String.join(", ", column.key());
  }

  /** What a value becomes; empty if it stays as it is. */
  @FunctionalInterface
  interface Change {
    Optional<?> of(Place place, Object value);
  }

  private record Value(List<Object> key, Object content) {}

  /** Returns how many values were written anew. */
  long run(Change change) throws SQLException {
    long written = 0;
    List<Value> batch = read(null);
    while (!batch.isEmpty()) {
      written += write(batch, change);
      connection.commit();
      batch = read(batch.getLast().key());
    }
    return written;
  }

  private List<Value> read(@Nullable List<Object> after) throws SQLException {
    String beyond = after == null ? "" : " AND (" + keys + ") > (" + marks() + ")";
    String sql =
        "SELECT %s, %s FROM %s WHERE %s IS NOT NULL%s ORDER BY %s FETCH FIRST %d ROWS ONLY"
            .formatted(keys, column.name(), column.table(), column.name(), beyond, keys, BATCH);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; after != null && i < after.size(); i++) {
        statement.setObject(i + 1, after.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<Value> values = new ArrayList<>();
        while (result.next()) {
          values.add(value(result));
        }
        return values;
      }
    }
  }

  private Value value(ResultSet result) throws SQLException {
    List<Object> key = new ArrayList<>();
    for (int i = 1; i <= column.key().size(); i++) {
      key.add(result.getObject(i));
    }
    int last = column.key().size() + 1;
    return new Value(key, column.text() ? result.getString(last) : result.getBytes(last));
  }

  private long write(List<Value> values, Change change) throws SQLException {
    String matching = String.join(" AND ", column.key().stream().map(k -> k + " = ?").toList());
    String sql = "UPDATE " + column.table() + " SET " + column.name() + " = ? WHERE " + matching;
    long written = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Value value : values) {
        Optional<?> changed = change.of(column.place(value.key()), value.content());
        if (changed.isPresent()) {
          statement.setObject(1, changed.get());
          for (int i = 0; i < value.key().size(); i++) {
            statement.setObject(i + 2, value.key().get(i));
          }
          statement.addBatch();
          written++;
        }
      }
      if (written > 0) {
        statement.executeBatch();
      }
    }
    return written;
  }

  private String marks() {
    return String.join(", ", Collections.nCopies(column.key().size(), "?"));
  }
}
