package io.deskhand.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter that is kept.
 *
 * @param query parameters of the list of tickets, its filters and order, as one asks with them
 * @param count how many tickets fit it now, of those that the asker sees; null where nobody asked
 * @param version 1 for a new one, and one more with every change
 */
public record SavedView(
    UUID id,
    String name,
    Map<String, String> query,
    boolean shared,
    @Nullable UUID departmentId,
    UUID ownerId,
    int position,
    @Nullable Long count,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Shareable {
  public SavedView {
    query = Map.copyOf(query);
  }

  /** The same with a count. */
  public SavedView counted(long tickets) {
    return new SavedView(
        id,
        name,
        query,
        shared,
        departmentId,
        ownerId,
        position,
        tickets,
        createdAt,
        updatedAt,
        version);
  }
}
