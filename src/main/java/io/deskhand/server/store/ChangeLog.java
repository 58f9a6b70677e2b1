package io.deskhand.server.store;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.seal.Place;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jspecify.annotations.Nullable;

/** The log of all changes, and the one row that counts them. */
final class ChangeLog {
  private static final String LOG = "change_log";

  private static final Table<Entry> TABLE =
      Table.<Entry>named(LOG)
          .bigNumber("seq", entry -> entry.row().seq())
          .bigNumber("tx", entry -> entry.row().tx())
          .name("entity", entry -> entry.row().entity())
          .text("entity_id", entry -> entry.row().id())
          .name("op", entry -> entry.row().op())
          .sealedBytes("data", entry -> entry.row().data())
          .text("audience_before", Entry::before)
          .text("audience_after", Entry::after)
          .id("ticket_id", entry -> entry.row().ticketId())
          .text("event", entry -> of(entry.commit(), Commit::event))
          .id("about", entry -> of(entry.commit(), Commit::ticketId))
          .id("actor", entry -> of(entry.commit(), Commit::actor))
          .text("notices", entry -> of(entry.commit(), ChangeLog::notices))
          .build();

  private ChangeLog() {}

  /** Where the log stands. */
  record State(UUID epoch, long head, long floor) {}

  /**
   * A row to write; the last one of a transaction has the commit that it ends.
   *
   * @param before its audiences as JSON
   */
  private record Entry(
      LogRow row, @Nullable Commit commit, @Nullable String before, @Nullable String after) {}

  /** What a transaction is told as. */
  private record Told(
      String event, @Nullable UUID about, @Nullable UUID actor, List<Notice> notices) {}

  private record Logged(LogRow row, @Nullable Told told) {}

  /** The state; the first time in a new database it begins with {@code newEpoch}. */
  static State open(Handle handle, UUID newEpoch) {
    handle.execute(
        """
        INSERT INTO desk_state (one, epoch, head, log_floor) VALUES (1, ?, 0, 0)
        ON CONFLICT DO NOTHING\
        """,
        newEpoch);
    return state(handle);
  }

  /** Begins another life of the data. */
  static void renewEpoch(Handle handle, UUID newEpoch) {
    handle.execute("UPDATE desk_state SET epoch = ?", newEpoch);
  }

  /** The state as it was committed last; empty in a database that no server has opened. */
  static Optional<State> find(Handle handle) {
    return query(handle, "").findOne();
  }

  /** The state as it was committed last. */
  static State state(Handle handle) {
    return state(handle, "");
  }

  /** The state, which nobody else moves before this transaction has ended. */
  static State lock(Handle handle) {
    return state(handle, " FOR UPDATE");
  }

  private static State state(Handle handle, String end) {
    return query(handle, end).one();
  }

  private static ResultIterable<State> query(Handle handle, String end) {
    return handle
        .createQuery("SELECT epoch, head, log_floor FROM desk_state" + end)
        .map(
            Row.mapper(
                row ->
                    new State(row.id("epoch"), row.bigNumber("head"), row.bigNumber("log_floor"))));
  }

  static void append(Handle handle, List<Commit> commits) {
    List<Entry> entries = new ArrayList<>();
    // The rows of a transaction have mostly the same ones.
    Map<Audience, String> texts = new HashMap<>();
    for (Commit commit : commits) {
      for (LogRow row : commit.rows()) {
        entries.add(
            new Entry(
                row,
                row.seq() == commit.tx() ? commit : null,
                text(row.before(), texts),
                text(row.after(), texts)));
      }
    }
    TABLE.insertAll(handle, entries);
  }

  /** Remembers where the log and, in the same row, the chain have got to. */
  static void advance(Handle handle, long head, AuditChain.End chain) {
    handle.execute(
        "UPDATE desk_state SET head = ?, chain_length = ?, chain_hash = ?",
        head,
        chain.length(),
        chain.hash());
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

  /**
   * The transactions after {@code seq}, with at least {@code limit} rows if there are so many: the
   * last one is never cut.
   */
  static List<Commit> commitsSince(Handle handle, long seq, int limit) {
    String end = " FETCH FIRST " + limit + " ROWS ONLY";
    List<Logged> rows = new ArrayList<>(logged(handle, new Where().and("l.seq > ?", seq), end));
    if (rows.size() >= limit) {
      LogRow last = rows.getLast().row();
      Where rest = new Where().and("l.seq > ?", last.seq()).and("l.seq <= ?", last.tx());
      rows.addAll(logged(handle, rest, ""));
    }
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                logged -> logged.row().tx(), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(ChangeLog::commit)
        .toList();
  }

  private static Commit commit(List<Logged> logged) {
    List<LogRow> rows = logged.stream().map(Logged::row).toList();
    long tx = rows.getFirst().tx();
    Told told = logged.getLast().told();
    return told == null
        ? new Commit(tx, Events.DESK_CHANGED, rows, rows.getFirst().ticketId(), null, List.of())
        : new Commit(tx, told.event(), rows, told.about(), told.actor(), told.notices());
  }

  private static List<Logged> logged(Handle handle, Where where, String end) {
    return where
        .bindTo(handle.createQuery(sql(where, end)))
        .map(Row.mapper(row -> new Logged(read(row), told(row))))
        .list();
  }

  private static List<LogRow> select(Handle handle, Where where, String end) {
    return where
        .bindTo(handle.createQuery(sql(where, end)))
        .map(Row.mapper(ChangeLog::read))
        .list();
  }

  private static String sql(Where where, String end) {
    return "SELECT l.* FROM change_log l WHERE " + where.sql() + " ORDER BY l.seq" + end;
  }

  /** Null for a transaction of a version that did not store it. */
  private static @Nullable Told told(Row row) throws SQLException {
    String event = row.textOrNull("event");
    String notices = row.textOrNull("notices");
    return event == null
        ? null
        : new Told(
            event,
            row.idOrNull("about"),
            row.idOrNull("actor"),
            notices == null ? List.of() : row.list("notices", Notice[].class));
  }

  private static @Nullable String notices(Commit commit) {
    return commit.notices().isEmpty() ? null : Json.text(commit.notices());
  }

  private static <T> @Nullable T of(
      @Nullable Commit commit, Function<Commit, ? extends @Nullable T> part) {
    return commit == null ? null : part.apply(commit);
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
        : WholeText.ofJson(row.openedBytes("data", Place.of(LOG, "data", row.bigNumber("seq"))));
  }

  private static @Nullable String text(@Nullable Audience audience, Map<Audience, String> texts) {
    return audience == null ? null : texts.computeIfAbsent(audience, Json::text);
  }

  private static @Nullable Audience audience(@Nullable String json) {
    return json == null
        ? null
        : Json.readTrusted(json.getBytes(StandardCharsets.UTF_8), Audience.class);
  }
}
