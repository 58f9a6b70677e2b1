package io.deskhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL, which several servers may share. */
final class PostgresEngine implements Engine {
  private static final String LOCATION = "classpath:db/postgresql";

  /** Connections that are kept for readers who may come. */
  private static final int IDLE_READERS = 2;

  /**
   * A commit is flushed before it is acknowledged, whatever the database's own default is. A server
   * that stops in the middle of its turn loses it before the others give up waiting.
   */
  private static final String WRITER =
      """
      SELECT set_config('synchronous_commit', 'on', FALSE)
        WHERE current_setting('synchronous_commit') = 'off';
      SET idle_in_transaction_session_timeout = '20s';
      SET lock_timeout = '40s'\
      """;

  private final DatabaseUrl database;

  PostgresEngine(DatabaseUrl database) {
    this.database = database;
  }

  /**
   * A connection of its own, outside of all pools.
   *
   * @throws SQLException if the database is not there or refuses
   */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "deskhand");
    if (database.user() != null) {
      properties.setProperty("user", database.user());
    }
    if (database.password() != null) {
      properties.setProperty("password", database.password());
    }
    return DriverManager.getConnection(database.url(), properties);
  }

  /**
   * Makes sure that it can be opened at all.
   *
   * @throws CannotOpenDatabase if not
   */
  void check() {
    try (Connection connection = connect()) {
      connection.isValid(0);
    } catch (SQLException e) {
      throw new CannotOpenDatabase(database, e);
    }
  }

  @Override
  public FluentConfiguration migrations(FluentConfiguration flyway) {
    return flyway.dataSource(database.url(), database.user(), database.password());
  }

  @Override
  public String ownMigrations() {
    return LOCATION;
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMinimumIdle(Math.min(IDLE_READERS, pool.getMaximumPoolSize()));
    pool.addDataSourceProperty("connectTimeout", "5");
    pool.addDataSourceProperty("socketTimeout", "60");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "deskhand");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
  }

  @Override
  public String writerSettings() {
    return WRITER;
  }

  /** Nothing: the commit has done it. */
  @Override
  public void flush(Handle handle) {}

  @Override
  public SignalLine signals(Jdbi jdbi, UUID server, UUID epoch) {
    return new PostgresSignals(jdbi, this, server, epoch);
  }

  @Override
  public boolean isShared() {
    return true;
  }
}
