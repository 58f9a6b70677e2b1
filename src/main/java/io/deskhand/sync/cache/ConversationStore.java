package io.deskhand.sync.cache;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.protocol.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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
    List<Message> messages = new ArrayList<>();
    PreparedBatch gone = handle.prepareBatch("DELETE FROM messages WHERE id = ?");
    batch.messages().forEach((id, row) -> row.ifPresentOrElse(messages::add, () -> gone.add(id)));
    List<HistoryEntry> history = new ArrayList<>();
    PreparedBatch goneHistory = handle.prepareBatch("DELETE FROM history WHERE id = ?");
    batch
        .history()
        .forEach((id, row) -> row.ifPresentOrElse(history::add, () -> goneHistory.add(id)));
    ConfirmedStore.execute(gone);
    ConfirmedStore.execute(goneHistory);
    putMessages(handle, messages);
    putHistory(handle, history);
  }

  void purge(Handle handle, Collection<UUID> tickets) {
    for (String table : List.of("messages", "history", "conversations")) {
      PreparedBatch rows = handle.prepareBatch("DELETE FROM " + table + " WHERE ticket_id = ?");
      tickets.forEach(rows::add);
      ConfirmedStore.execute(rows);
    }
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
    PreparedBatch puts = handle.prepareBatch(PUT_MESSAGE);
    messages.forEach(
        row -> puts.add(row.id(), row.ticketId(), row.createdAt().toEpochMilli(), Json.bytes(row)));
    ConfirmedStore.execute(puts);
  }

  private static void putHistory(Handle handle, Collection<HistoryEntry> history) {
    PreparedBatch puts = handle.prepareBatch(PUT_HISTORY);
    history.forEach(
        row -> puts.add(row.id(), row.ticketId(), row.timestamp().toEpochMilli(), Json.bytes(row)));
    ConfirmedStore.execute(puts);
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
