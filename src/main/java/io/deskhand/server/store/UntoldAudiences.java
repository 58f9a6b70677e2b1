package io.deskhand.server.store;

import io.deskhand.protocol.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the tickets of the commits that are being told: what a listener has to know of each,
 * without a look into the database. Thread-safe.
 */
final class UntoldAudiences {
  private final Map<UUID, Newest> tickets = new ConcurrentHashMap<>();
  private final boolean alone;

  /**
   * As of the commit {@code tx}.
   *
   * @param audience null for a ticket that is gone
   */
  private record Newest(long tx, @Nullable Audience audience) {}

  /**
   * @param alone whether nobody else writes to the database: what others have changed since is not
   *     known here
   */
  UntoldAudiences(boolean alone) {
    this.alone = alone;
  }

  /** Notes what a commit says of its tickets; before it is told, and in order. */
  void add(Commit commit) {
    for (LogRow row : commit.rows()) {
      UUID ticket = row.ticketId();
      if (row.entity() == EntityType.TICKET && ticket != null) {
        tickets.put(ticket, new Newest(commit.tx(), row.after()));
      }
    }
  }

  /** Forgets what no later commit says otherwise. */
  void told(Commit commit) {
    for (LogRow row : commit.rows()) {
      if (row.entity() == EntityType.TICKET && row.ticketId() != null) {
        tickets.computeIfPresent(
            row.ticketId(), (id, newest) -> newest.tx() <= commit.tx() ? null : newest);
      }
    }
  }

  /** Forgets everything: there may be a commit that it was not told of. */
  void forget() {
    tickets.clear();
  }

  /**
   * Who may see each of {@code tickets}, without those that are gone.
   *
   * @param read finds those of whom no commit is being told
   */
  Map<UUID, Audience> now(
      Collection<UUID> tickets, Function<List<UUID>, Map<UUID, Audience>> read) {
    Map<UUID, Audience> known = new HashMap<>();
    List<UUID> others = new ArrayList<>();
    for (UUID ticket : tickets) {
      Newest newest = newest(ticket);
      if (newest == null) {
        others.add(ticket);
      } else if (newest.audience() != null) {
        known.put(ticket, newest.audience());
      }
    }
    if (!others.isEmpty()) {
      known.putAll(read.apply(others));
    }
    return known;
  }

  private @Nullable Newest newest(UUID ticket) {
    return alone ? tickets.get(ticket) : null;
  }
}
