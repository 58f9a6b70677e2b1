package io.deskhand.server.store;

import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.seal.BlindKey;
import io.deskhand.server.store.seal.Place;
import io.deskhand.server.store.seal.Sealing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How a record is written to a table: its columns, the key first. */
final class Table<T> {
  private static final int BATCH = 1_000;
  private final String name;
  private final List<Column<T>> columns;
  private final String insert;

  /** The columns in the order in which an update binds them: the key last. */
  private final List<Column<T>> keyLast;

  private final String update;

  private Table(String name, List<Column<T>> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    this.insert = "INSERT INTO " + name + " (" + names + ") VALUES (" + marks + ")";
    Column<T> key = columns.getFirst();
    List<Column<T>> others = columns.subList(1, columns.size());
    String sets = others.stream().map(c -> c.name() + " = ?").collect(Collectors.joining(", "));
    this.keyLast = Stream.concat(others.stream(), Stream.of(key)).toList();
    this.update = "UPDATE " + name + " SET " + sets + " WHERE " + key.name() + " = ?";
  }

  static <T> Builder<T> named(String name) {
    return new Builder<>(name);
  }

  void insert(Handle handle, T row) {
    insertAll(handle, List.of(row));
  }

  void insertAll(Handle handle, Iterable<? extends T> rows) {
    run(handle, insert, columns, rows);
  }

  /** Writes all columns of the row with the same key. */
  void update(Handle handle, T row) {
    run(handle, update, keyLast, List.of(row));
  }

  private void run(Handle handle, String sql, List<Column<T>> bound, Iterable<? extends T> rows) {
    Connection connection = handle.getConnection();
    Sealing sealing = handle.getConfig(Sealing.class);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T row : rows) {
        for (int i = 0; i < bound.size(); i++) {
          bound.get(i).setter().set(statement, i + 1, row, sealing);
        }
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    } catch (SQLException e) {
      throw new StoreFailure("cannot write to " + name, e);
    }
  }

  private record Column<T>(String name, Setter<T> setter) {}

  @FunctionalInterface
  private interface Setter<T> {
    void set(PreparedStatement statement, int index, T row, Sealing sealing) throws SQLException;
  }

  /** Names the columns one by one. */
  static final class Builder<T> {
    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();
    private Function<T, ? extends @Nullable Object> key = row -> null;

    private Builder(String name) {
      this.name = name;
    }

    Builder<T> id(String column, Function<T, @Nullable UUID> value) {
      noteKey(value);
      return object(column, value);
    }

    Builder<T> text(String column, Function<T, @Nullable String> value) {
      return add(column, (statement, i, row, sealing) -> statement.setString(i, value.apply(row)));
    }

    /** Text that is sealed for its place in the table. */
    Builder<T> sealed(String column, Function<T, @Nullable String> value) {
      Function<T, ? extends @Nullable Object> rowKey = key;
      return add(
          column,
          (statement, i, row, sealing) -> {
            String plain = value.apply(row);
            Place place = Place.of(name, column, Objects.requireNonNull(rowKey.apply(row)));
            statement.setString(i, plain == null ? null : sealing.cipher().seal(place, plain));
          });
    }

    /** Bytes that are sealed for their place in the table. */
    Builder<T> sealedBytes(String column, Function<T, byte @Nullable []> value) {
      Function<T, ? extends @Nullable Object> rowKey = key;
      return add(
          column,
          (statement, i, row, sealing) -> {
            byte[] plain = value.apply(row);
            Place place = Place.of(name, column, Objects.requireNonNull(rowKey.apply(row)));
            statement.setBytes(i, plain == null ? null : sealing.cipher().seal(place, plain));
          });
    }

    /** A keyed hash to find a row by. */
    Builder<T> blindKey(String column, Function<T, @Nullable BlindKey> value) {
      return add(
          column,
          (statement, i, row, sealing) -> {
            BlindKey blind = value.apply(row);
            statement.setString(i, blind == null ? null : blind.hash(sealing.cipher()));
          });
    }

    Builder<T> name(String column, Function<T, WireEnum> value) {
      return add(
          column, (statement, i, row, sealing) -> statement.setString(i, value.apply(row).wire()));
    }

    Builder<T> nameOrNull(String column, Function<T, ? extends @Nullable WireEnum> value) {
      return text(
          column,
          row -> {
            WireEnum name = value.apply(row);
            return name == null ? null : name.wire();
          });
    }

    Builder<T> json(String column, Function<T, Object> value) {
      return add(
          column,
          (statement, i, row, sealing) -> statement.setString(i, Json.text(value.apply(row))));
    }

    Builder<T> time(String column, Function<T, @Nullable Instant> value) {
      return object(
          column,
          row -> {
            Instant time = value.apply(row);
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
          });
    }

    Builder<T> number(String column, ToIntFunction<T> value) {
      return add(
          column, (statement, i, row, sealing) -> statement.setInt(i, value.applyAsInt(row)));
    }

    Builder<T> bigNumber(String column, ToLongFunction<T> value) {
      noteKey(value::applyAsLong);
      return add(
          column, (statement, i, row, sealing) -> statement.setLong(i, value.applyAsLong(row)));
    }

    Builder<T> numberOrNull(String column, Function<T, @Nullable Number> value) {
      return object(column, value);
    }

    Builder<T> real(String column, ToDoubleFunction<T> value) {
      return add(
          column, (statement, i, row, sealing) -> statement.setDouble(i, value.applyAsDouble(row)));
    }

    Builder<T> flag(String column, Predicate<T> value) {
      return add(column, (statement, i, row, sealing) -> statement.setBoolean(i, value.test(row)));
    }

    Builder<T> bytes(String column, Function<T, byte @Nullable []> value) {
      return add(column, (statement, i, row, sealing) -> statement.setBytes(i, value.apply(row)));
    }

    Table<T> build() {
      return new Table<>(name, columns);
    }

    private void noteKey(Function<T, ? extends @Nullable Object> value) {
      if (columns.isEmpty()) {
        key = value;
      }
    }

    private Builder<T> object(String column, Function<T, ? extends @Nullable Object> value) {
      return add(column, (statement, i, row, sealing) -> statement.setObject(i, value.apply(row)));
    }

    private Builder<T> add(String column, Setter<T> setter) {
      columns.add(new Column<>(column, setter));
      return this;
    }
  }
}
