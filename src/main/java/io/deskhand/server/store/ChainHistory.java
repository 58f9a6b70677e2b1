package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Chains the history that was there before the chain; ids are of their time, so by id. */
final class ChainHistory extends CodeMigration {
  private static final int AT_ONCE = 1_000;

  ChainHistory() {
    super("3.1", "chain history");
  }

  @Override
  void migrate(Handle handle) {
    List<HistoryEntry> some = page(handle, new Where());
    while (!some.isEmpty()) {
      AuditChain.append(handle, some);
      some = page(handle, new Where().and("h.id > ?", some.getLast().id()));
    }
  }

  private static List<HistoryEntry> page(Handle handle, Where where) {
    String sql =
        "SELECT h.* FROM history h WHERE %s ORDER BY h.id FETCH FIRST %d ROWS ONLY"
            .formatted(where.sql(), AT_ONCE);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(HistoryRows::read)).list();
  }
}
