package io.deskhand.server.store;

import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.Place;
import io.deskhand.server.store.seal.Sealing;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of a result by column names and the model's types. */
final class Row {
  private final ResultSet result;
  private final StatementContext context;

  private Row(ResultSet result, StatementContext context) {
    this.result = result;
    this.context = context;
  }

  /** How to read one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  static <T> RowMapper<T> mapper(Reader<T> reader) {
    return (result, context) -> reader.read(new Row(result, context));
  }

  UUID id(String column) throws SQLException {
    return present(column, idOrNull(column));
  }

  @Nullable UUID idOrNull(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  String text(String column) throws SQLException {
    return present(column, textOrNull(column));
  }

  @Nullable String textOrNull(String column) throws SQLException {
    String text = result.getString(column);
    return text == null ? null : WholeText.of(text);
  }

  /** Text that is sealed in the column of {@code table}, in the row with this one's id. */
  String opened(String table, String column) throws SQLException {
    return present(column, openedOrNull(table, column));
  }

  @Nullable String openedOrNull(String table, String column) throws SQLException {
    String sealed = textOrNull(column);
    return sealed == null ? null : cipher().open(Place.of(table, column, id("id")), sealed);
  }

  /** The same where older rows have what was written before anything was sealed. */
  String openedOrPlain(String table, String column) throws SQLException {
    String text = text(column);
    return FieldCipher.isMarked(text)
        ? cipher().open(Place.of(table, column, id("id")), text)
        : text;
  }

  /** Bytes that are sealed in the column, for {@code place}. */
  byte[] openedBytes(String column, Place place) throws SQLException {
    return cipher().open(place, bytes(column));
  }

  private FieldCipher cipher() {
    return context.getConfig(Sealing.class).cipher();
  }

  Instant time(String column) throws SQLException {
    return present(column, timeOrNull(column));
  }

  @Nullable Instant timeOrNull(String column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  int number(String column) throws SQLException {
    return result.getInt(column);
  }

  @Nullable Integer numberOrNull(String column) throws SQLException {
    return result.getObject(column, Integer.class);
  }

  long bigNumber(String column) throws SQLException {
    return result.getLong(column);
  }

  @Nullable Long bigNumberOrNull(String column) throws SQLException {
    return result.getObject(column, Long.class);
  }

  double real(String column) throws SQLException {
    return result.getDouble(column);
  }

  boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  byte[] bytes(String column) throws SQLException {
    return present(column, bytesOrNull(column));
  }

  byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return result.getBytes(column);
  }

  <E extends Enum<E> & WireEnum> E name(String column, Class<E> type) throws SQLException {
    return WireEnum.parse(type, text(column)).orElseThrow();
  }

  <E extends Enum<E> & WireEnum> @Nullable E nameOrNull(String column, Class<E> type)
      throws SQLException {
    return textOrNull(column) == null ? null : name(column, type);
  }

  <T> List<T> list(String column, Class<T[]> type) throws SQLException {
    return List.of(Json.readTrusted(text(column).getBytes(StandardCharsets.UTF_8), type));
  }

  /** A JSON object of texts. */
  Map<String, String> texts(String column) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    Json.parse(text(column))
        .properties()
        .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static <T> T present(String column, @Nullable T value) {
    return Objects.requireNonNull(value, () -> column + " is null");
  }
}
