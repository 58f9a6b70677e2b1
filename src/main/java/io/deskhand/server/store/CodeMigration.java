package io.deskhand.server.store;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A migration that SQL cannot do, in one transaction. Later versions of the desk run it on tables
 * as they were when it was written: it reads no column that came after it.
 */
abstract class CodeMigration implements JavaMigration {
  private final String version;
  private final String description;

  CodeMigration(String version, String description) {
    this.version = version;
    this.description = description;
  }

  /** Does it. */
  abstract void migrate(Handle handle);

  @Override
  public final void migrate(Context context) {
    try (Handle handle = Jdbi.create(context.getConnection()).open()) {
      migrate(handle);
    }
  }

  @Override
  public final MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }
}
