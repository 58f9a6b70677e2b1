package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlHistory implements HistoryReads {
  final Handle handle;

  SqlHistory(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<HistoryEntry> page(
      UUID ticketId, boolean forStaff, @Nullable Position before, int limit) {
    Where where = of(ticketId, forStaff);
    Position end = Objects.requireNonNullElse(before, Position.END);
    where.and("(h.happened_at, h.id) < (?, ?)", end.at(), end.id());
    // All of one ticket: it is in the order so that H2 reads just these rows from the index.
    String sql =
        """
        SELECT h.* FROM history h WHERE %s
        ORDER BY h.ticket_id DESC, h.happened_at DESC, h.id DESC LIMIT %d\
        """
            .formatted(where.sql(), limit);
    return where
        .bindTo(handle.createQuery(sql))
        .map(Row.mapper(HistoryRows::read))
        .list()
        .reversed();
  }

  @Override
  public long count(UUID ticketId, boolean forStaff) {
    Where where = of(ticketId, forStaff);
    return where
        .bindTo(handle.createQuery("SELECT COUNT(*) FROM history h WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  /** When the ticket's last entry happened, if not before {@code time}. */
  final Optional<Instant> lastSince(UUID ticketId, Instant time) {
    return handle
        .createQuery(
            """
            SELECT MAX(h.happened_at) AS last FROM history h
            WHERE h.ticket_id = ? AND h.happened_at >= ?\
            """)
        .bind(0, ticketId)
        .bind(1, time)
        .map(Row.mapper(row -> Optional.ofNullable(row.timeOrNull("last"))))
        .one();
  }

  private static Where of(UUID ticketId, boolean forStaff) {
    Where where = new Where().and("h.ticket_id = ?", ticketId);
    return forStaff ? where : where.and("NOT h.staff_only");
  }
}
