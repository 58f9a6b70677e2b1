package io.deskhand.sync.cache;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tickets whose words the search index may not have as they are: written down with the change
 * itself, and forgotten once the index has them on disk. So a crash between the two costs only that
 * they are indexed again. Thread-safe.
 */
public final class Unindexed {
  private final Database database;
  private volatile Runnable listener = () -> {};

  Unindexed(Database database) {
    this.database = database;
  }

  /**
   * Some tickets that have changed or gone.
   *
   * @param number grows from step to step
   * @param tickets null: all of them
   */
  public record Step(long number, @Nullable List<UUID> tickets) {}

  /** The first steps after {@code number}, at most {@code limit}. */
  public List<Step> after(long number, int limit) {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT n, tickets FROM unindexed WHERE n > ? ORDER BY n LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .map((row, context) -> new Step(row.getLong(1), ids(row.getBytes(2))))
                .list());
  }

  /** The number of the last step; 0 if there is none. */
  public long last() {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT COALESCE(MAX(n), 0) FROM unindexed")
                .mapTo(Long.class)
                .one());
  }

  /** The index has everything up to step {@code number} on disk. */
  public void forget(long number) {
    database.run(handle -> handle.execute("DELETE FROM unindexed WHERE n <= ?", number));
  }

  /** Calls {@code told}, on any thread, after steps were written. */
  public void onStep(Runnable told) {
    listener = told;
  }

  /** To be called after the transaction of a {@link #note}. */
  void tell() {
    listener.run();
  }

  /** Writes a step of {@code tickets} down, in the transaction that changes them. */
  static void note(Handle handle, Collection<UUID> tickets) {
    if (!tickets.isEmpty()) {
      handle.execute("INSERT INTO unindexed (tickets) VALUES (?)", bytes(tickets));
    }
  }

  /** Writes a step of all tickets down. */
  static void noteAll(Handle handle) {
    handle.execute("INSERT INTO unindexed (tickets) VALUES (NULL)");
  }

  private static byte[] bytes(Collection<UUID> tickets) {
    ByteBuffer bytes = ByteBuffer.allocate(tickets.size() * 2 * Long.BYTES);
    tickets.forEach(
        id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return bytes.array();
  }

  private static @Nullable List<UUID> ids(byte @Nullable [] stored) {
    if (stored == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    List<UUID> ids = new ArrayList<>();
    while (bytes.hasRemaining()) {
      ids.add(new UUID(bytes.getLong(), bytes.getLong()));
    }
    return ids;
  }
}
