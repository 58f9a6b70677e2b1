package io.deskhand.sync.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What this person has read, and what there is to read, on disk. Thread-safe. */
public final class SeenStore {
  private final Database database;

  SeenStore(Database database) {
    this.database = database;
  }

  /**
   * How a ticket stands with this person.
   *
   * @param seenAt when the newest message was written that this person has seen; null: none yet
   * @param seenMessage that message
   * @param otherAt when the newest known message of the other side was written; null: none known
   * @param told whether the server knows
   */
  public record Seen(
      @Nullable Instant seenAt,
      @Nullable UUID seenMessage,
      @Nullable Instant otherAt,
      boolean told) {
    public static final Seen NOTHING = new Seen(null, null, null, true);

    /** Whether the other side has written something after what was seen. */
    public boolean unread() {
      return otherAt != null && (seenAt == null || otherAt.isAfter(seenAt));
    }
  }

  public Map<UUID, Seen> all() {
    return database.in(
        handle -> {
          Map<UUID, Seen> all = new HashMap<>();
          handle
              .createQuery("SELECT * FROM seen")
              .map((row, context) -> Map.entry(row.getObject("ticket_id", UUID.class), seen(row)))
              .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
          return all;
        });
  }

  public void put(Map<UUID, Seen> changed) {
    database.run(handle -> write(handle, changed));
  }

  void write(Handle handle, Map<UUID, Seen> changed) {
    PreparedBatch puts =
        handle.prepareBatch(
            "MERGE INTO seen (ticket_id, seen_at, seen_message, other_at, told)"
                + " KEY (ticket_id) VALUES (?, ?, ?, ?, ?)");
    changed.forEach(
        (id, seen) ->
            puts.add(
                id,
                millis(seen.seenAt()),
                seen.seenMessage(),
                millis(seen.otherAt()),
                seen.told()));
    ConfirmedStore.execute(puts);
  }

  void purge(Handle handle, Collection<UUID> tickets) {
    PreparedBatch rows = handle.prepareBatch("DELETE FROM seen WHERE ticket_id = ?");
    tickets.forEach(rows::add);
    ConfirmedStore.execute(rows);
  }

  private static Seen seen(ResultSet row) throws SQLException {
    return new Seen(
        instant(row.getObject("seen_at", Long.class)),
        row.getObject("seen_message", UUID.class),
        instant(row.getObject("other_at", Long.class)),
        row.getBoolean("told"));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
