package io.deskhand.server.store;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.seal.Place;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of all changes, and the one row that counts them. */
final class ChangeLog {
  private static final String LOG = "change_log";

  private static final Table<LogRow> TABLE =
      Table.<LogRow>named(LOG)
          .bigNumber("seq", LogRow::seq)
          .bigNumber("tx", LogRow::tx)
          .name("entity", LogRow::entity)
          .text("entity_id", LogRow::id)
          .name("op", LogRow::op)
          .sealedBytes("data", LogRow::data)
          .text("audience_before", row -> text(row.before()))
          .text("audience_after", row -> text(row.after()))
          .id("ticket_id", LogRow::ticketId)
          .build();

  private ChangeLog() {}

  /** Where the log stands. */
  record State(UUID epoch, long head, long floor) {}

  /** The state; the first time in a new database it begins with {@code newEpoch}. */
  static State open(Handle handle, UUID newEpoch) {
    return handle
        .createQuery("SELECT epoch, head, log_floor FROM desk_state")
        .map(
            Row.mapper(
                row ->
                    new State(row.id("epoch"), row.bigNumber("head"), row.bigNumber("log_floor"))))
        .findOne()
        .orElseGet(
            () -> {
              handle.execute(
                  "INSERT INTO desk_state (one, epoch, head, log_floor) VALUES (1, ?, 0, 0)",
                  newEpoch);
              return new State(newEpoch, 0, 0);
            });
  }

  static void append(Handle handle, List<LogRow> rows) {
    TABLE.insertAll(handle, rows);
  }

  static void advance(Handle handle, long head) {
    handle.execute("UPDATE desk_state SET head = ?", head);
  }

  /** Drops the log and goes on after {@code head}. */
  static void restartAt(Handle handle, long head) {
    handle.execute("DELETE FROM change_log");
    handle.execute("UPDATE desk_state SET head = ?, log_floor = ?", head, head);
  }

  static List<LogRow> since(Handle handle, long seq, int limit) {
    List<LogRow> rows =
        select(handle, new Where().and("l.seq > ?", seq), " FETCH FIRST " + limit + " ROWS ONLY");
    if (rows.size() < limit) {
      return rows;
    }
    LogRow last = rows.getLast();
    Where rest = new Where().and("l.seq > ?", last.seq()).and("l.seq <= ?", last.tx());
    List<LogRow> whole = new ArrayList<>(rows);
    whole.addAll(select(handle, rest, ""));
    return whole;
  }

  /** The transactions after {@code seq}, without what only their works knew. */
  static List<Commit> commitsSince(Handle handle, long seq) {
    Map<Long, List<LogRow>> byTx =
        select(handle, new Where().and("l.seq > ?", seq), "").stream()
            .collect(Collectors.groupingBy(LogRow::tx, LinkedHashMap::new, Collectors.toList()));
    return byTx.entrySet().stream()
        .map(
            tx ->
                new Commit(
                    tx.getKey(),
                    Events.DESK_CHANGED,
                    tx.getValue(),
                    tx.getValue().getFirst().ticketId(),
                    null,
                    List.of()))
        .toList();
  }

  private static List<LogRow> select(Handle handle, Where where, String end) {
    String sql = "SELECT l.* FROM change_log l WHERE " + where.sql() + " ORDER BY l.seq" + end;
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(ChangeLog::read)).list();
  }

  private static LogRow read(Row row) throws SQLException {
    return new LogRow(
        row.bigNumber("seq"),
        row.bigNumber("tx"),
        row.name("entity", EntityType.class),
        row.text("entity_id"),
        row.name("op", Change.Op.class),
        data(row),
        audience(row.textOrNull("audience_before")),
        audience(row.textOrNull("audience_after")),
        row.idOrNull("ticket_id"));
  }

  private static byte @Nullable [] data(Row row) throws SQLException {
    return row.bytesOrNull("data") == null
        ? null
        : row.openedBytes("data", Place.of(LOG, "data", row.bigNumber("seq")));
  }

  private static @Nullable String text(@Nullable Audience audience) {
    return audience == null ? null : Json.text(audience);
  }

  private static @Nullable Audience audience(@Nullable String json) {
    return json == null
        ? null
        : Json.readTrusted(json.getBytes(StandardCharsets.UTF_8), Audience.class);
  }
}
