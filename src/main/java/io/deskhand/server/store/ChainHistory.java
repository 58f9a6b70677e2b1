package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Chains the history that was there before the chain; ids are of their time, so by id. */
final class ChainHistory implements JavaMigration {
  private static final int AT_ONCE = 1_000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("3.1");
  }

  @Override
  public String getDescription() {
    return "chain history";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    try (Handle handle = Jdbi.create(context.getConnection()).open()) {
      List<HistoryEntry> some = page(handle, new Where());
      while (!some.isEmpty()) {
        AuditChain.append(handle, some);
        some = page(handle, new Where().and("h.id > ?", some.getLast().id()));
      }
    }
  }

  private static List<HistoryEntry> page(Handle handle, Where where) {
    String sql =
        "SELECT h.* FROM history h WHERE %s ORDER BY h.id FETCH FIRST %d ROWS ONLY"
            .formatted(where.sql(), AT_ONCE);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(HistoryRows::read)).list();
  }
}
