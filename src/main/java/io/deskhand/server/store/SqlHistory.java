package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.util.List;
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
    if (before != null) {
      where.and(
          "(h.happened_at < ? OR (h.happened_at = ? AND h.id < ?))",
          before.at(),
          before.at(),
          before.id());
    }
    String sql =
        "SELECT h.* FROM history h WHERE %s ORDER BY h.happened_at DESC, h.id DESC LIMIT %d"
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

  private static Where of(UUID ticketId, boolean forStaff) {
    Where where = new Where().and("h.ticket_id = ?", ticketId);
    return forStaff ? where : where.and("NOT h.staff_only");
  }
}
