package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.SyncException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox on disk, of one person at one server. What {@link #accept} has returned from, the disk
 * has. Thread-safe. Methods fail with {@link SyncException} DISK_FULL or CACHE_DAMAGED, and then
 * have changed nothing.
 */
public final class OutboxStore {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);
  private static final String NUMBER = "number";
  private static final int WHY = 4_000;
  private final Database database;
  private final String owner;
  // Inserts that failed although the file may have them: the agent was told no, so they must go.
  private final List<UUID> doomed = new ArrayList<>();

  OutboxStore(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  /**
   * Every intent, in order.
   *
   * @param unreadable told in words of one that this program cannot read; it stays on disk
   */
  public synchronized List<StoredIntent> all(Consumer<String> unreadable) {
    clean();
    return database.in(
        handle ->
            handle
                .createQuery("SELECT * FROM intents WHERE owner = ? ORDER BY number")
                .bind(0, owner)
                .map((row, context) -> tryRead(row, unreadable))
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /** The highest number ever given here, or 0. */
  public long lastNumber() {
    return database.in(handle -> Meta.read(handle, NUMBER, Long.class).orElse(0L));
  }

  /** Puts a new intent on disk, flushed. */
  public synchronized void accept(StoredIntent intent) {
    clean();
    try {
      database.run(
          handle -> {
            insert(handle, intent);
            Meta.write(handle, NUMBER, intent.number());
          });
    } catch (SyncException failure) {
      doomed.add(intent.id());
      throw failure;
    }
  }

  /** Writes how far an intent is; nothing happens if it is not there any more. */
  public void update(StoredIntent intent) {
    database.run(handle -> update(handle, intent));
  }

  /** The same as a part of something larger. */
  static void update(Handle handle, StoredIntent intent) {
    String why = intent.why();
    handle.execute(
        "UPDATE intents SET state = ?, why = ?, attempts = ?, base = ?, outcome = ? WHERE id = ?",
        stateOnDisk(intent).name(),
        why == null || why.length() <= WHY ? why : why.substring(0, WHY),
        intent.attempts(),
        Json.bytes(intent.base()),
        intent.outcome() == null ? null : Json.bytes(intent.outcome()),
        intent.id());
  }

  public void remove(UUID id) {
    database.run(handle -> handle.execute("DELETE FROM intents WHERE id = ?", id));
  }

  private void clean() {
    if (!doomed.isEmpty()) {
      database.run(
          handle -> doomed.forEach(id -> handle.execute("DELETE FROM intents WHERE id = ?", id)));
      doomed.clear();
    }
  }

  private void insert(Handle handle, StoredIntent intent) {
    handle.execute(
        "INSERT INTO intents (id, owner, number, verb, body, base, state, attempts, accepted_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        intent.id(),
        owner,
        intent.number(),
        IntentCodec.verb(intent.intent()),
        Json.bytes(intent.intent()),
        Json.bytes(intent.base()),
        stateOnDisk(intent).name(),
        intent.attempts(),
        intent.acceptedAt().toEpochMilli());
  }

  /** Nobody knows after a restart whether what was on the wire arrived: it is to be sent again. */
  private static State stateOnDisk(StoredIntent intent) {
    return intent.state() == State.SENDING ? State.QUEUED : intent.state();
  }

  private static Optional<StoredIntent> tryRead(ResultSet row, Consumer<String> unreadable)
      throws SQLException {
    try {
      return Optional.of(read(row));
    } catch (IllegalStateException | IllegalArgumentException e) {
      String id = row.getString("id");
      LOG.error("intent {} cannot be read", id, e);
      unreadable.accept("An intent in the outbox cannot be read and is left alone: " + id);
      return Optional.empty();
    }
  }

  private static StoredIntent read(ResultSet row) throws SQLException {
    Intent intent = IntentCodec.read(row.getString("verb"), row.getBytes("body"));
    byte[] outcome = row.getBytes("outcome");
    return new StoredIntent(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        intent,
        Json.readTrusted(row.getBytes("base"), IntentBase.class),
        State.valueOf(row.getString("state")),
        row.getString("why"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("accepted_at")),
        outcome == null ? null : Json.readTrusted(outcome, StoredIntent.Outcome.class));
  }
}
