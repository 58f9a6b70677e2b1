package io.deskhand.sync.cache;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.protocol.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Messages and history on disk. What the stream brings is kept for every ticket; the older part of
 * a conversation comes when it is opened, and stays. Thread-safe.
 */
public final class ConversationStore {
  private static final String PUT_MESSAGE =
      "MERGE INTO messages (id, ticket_id, at, body) KEY (id) VALUES (?, ?, ?, ?)";
  private static final String PUT_HISTORY =
      "MERGE INTO history (id, ticket_id, at, body) KEY (id) VALUES (?, ?, ?, ?)";
  private final Database database;
  private final Unindexed unindexed;

  ConversationStore(Database database, Unindexed unindexed) {
    this.database = database;
    this.unindexed = unindexed;
  }

  /**
   * What is here of a ticket's conversation.
   *
   * @param messages oldest first
   * @param history oldest first
   * @param reach how far back it reaches without a hole; null: never loaded, or not since the last
   *     snapshot, so that there may be holes
   */
  public record Stored(List<Message> messages, List<HistoryEntry> history, @Nullable Reach reach) {}

  /** The server's cursors to what is older; null: there is nothing older. */
  public record Reach(@Nullable String olderMessages, @Nullable String olderHistory) {}

  public Stored read(UUID ticketId) {
    return database.in(
        handle ->
            new Stored(
                rows(handle, "messages", ticketId, Message.class),
                rows(handle, "history", ticketId, HistoryEntry.class),
                reach(handle, ticketId).orElse(null)));
  }

  /** The messages of some tickets, in no order. */
  public List<Message> of(Collection<UUID> tickets) {
    return database.in(
        handle ->
            handle
                .createQuery(
                    "SELECT m.body FROM UNNEST(CAST(? AS UUID ARRAY)) AS wanted (id)"
                        + " JOIN messages m ON m.ticket_id = wanted.id")
                .bind(0, tickets.toArray(UUID[]::new))
                .mapTo(byte[].class)
                .map(body -> Json.readTrusted(body, Message.class))
                .list());
  }

  /** Whether a message is here. */
  public boolean has(UUID messageId) {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT 1 FROM messages WHERE id = ?")
                .bind(0, messageId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Adds rows that were loaded, and how far back they reach. */
  public void add(
      UUID ticketId, Collection<Message> messages, Collection<HistoryEntry> history, Reach reach) {
    database.run(
        handle -> {
          putMessages(handle, messages);
          putHistory(handle, history);
          handle.execute(
              "MERGE INTO conversations (ticket_id, older_messages, older_history)"
                  + " KEY (ticket_id) VALUES (?, ?, ?)",
              ticketId,
              reach.olderMessages(),
              reach.olderHistory());
          Unindexed.note(handle, List.of(ticketId));
        });
    unindexed.tell();
  }

  /** Drops what is older than {@code messages} and {@code history}: there may be holes. */
  public void dropBefore(UUID ticketId, Instant messages, Instant history) {
    database.run(
        handle -> {
          handle.execute(
              "DELETE FROM messages WHERE ticket_id = ? AND at < ?",
              ticketId,
              messages.toEpochMilli());
          handle.execute(
              "DELETE FROM history WHERE ticket_id = ? AND at < ?",
              ticketId,
              history.toEpochMilli());
          Unindexed.note(handle, List.of(ticketId));
        });
    unindexed.tell();
  }

  void write(Handle handle, Batch batch) {
    remove(handle, "messages", "id", gone(batch.messages()));
    remove(handle, "history", "id", gone(batch.history()));
    putMessages(handle, here(batch.messages()));
    putHistory(handle, here(batch.history()));
  }

  private static List<UUID> gone(Map<UUID, ? extends Optional<?>> rows) {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static <T> List<T> here(Map<UUID, Optional<T>> rows) {
    return rows.values().stream().flatMap(Optional::stream).toList();
  }

  void purge(Handle handle, Collection<UUID> tickets) {
    for (String table : List.of("messages", "history", "conversations")) {
      remove(handle, table, "ticket_id", tickets);
    }
  }

  private static void remove(Handle handle, String table, String by, Collection<UUID> ids) {
    Statements.batch(
        handle,
        "DELETE FROM " + table + " WHERE " + by + " = ?",
        ids,
        (removals, id) -> removals.setObject(1, id));
  }

  /** After a snapshot: nothing is known to be whole; of another log, nothing is known to exist. */
  void forget(Handle handle, boolean sameLog) {
    handle.execute("DELETE FROM conversations");
    if (!sameLog) {
      handle.execute("DELETE FROM messages");
      handle.execute("DELETE FROM history");
    }
  }

  private static void putMessages(Handle handle, Collection<Message> messages) {
    Statements.batch(
        handle,
        PUT_MESSAGE,
        messages,
        (puts, row) -> bind(puts, row.id(), row.ticketId(), row.createdAt(), row));
  }

  private static void putHistory(Handle handle, Collection<HistoryEntry> history) {
    Statements.batch(
        handle,
        PUT_HISTORY,
        history,
        (puts, row) -> bind(puts, row.id(), row.ticketId(), row.timestamp(), row));
  }

  private static void bind(PreparedStatement puts, UUID id, UUID ticketId, Instant at, Object row)
      throws SQLException {
    puts.setObject(1, id);
    puts.setObject(2, ticketId);
    puts.setLong(3, at.toEpochMilli());
    puts.setBytes(4, Json.bytes(row));
  }

  private static Optional<Reach> reach(Handle handle, UUID ticketId) {
    return handle
        .createQuery("SELECT older_messages, older_history FROM conversations WHERE ticket_id = ?")
        .bind(0, ticketId)
        .map((row, context) -> new Reach(row.getString(1), row.getString(2)))
        .findOne();
  }

  private static <T> List<T> rows(Handle handle, String table, UUID ticketId, Class<T> type) {
    return handle
        .createQuery("SELECT body FROM " + table + " WHERE ticket_id = ? ORDER BY at, id")
        .bind(0, ticketId)
        .mapTo(byte[].class)
        .map(body -> Json.readTrusted(body, type))
        .list();
  }
}
