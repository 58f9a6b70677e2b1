package io.deskhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.UUID;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What differs between the databases that a desk can be kept in. */
interface Engine {
  /** Points migrations at the database. */
  FluentConfiguration migrations(FluentConfiguration flyway);

  /** Where the migrations are that only this database understands. */
  String ownMigrations();

  /** Points a pool at the database, and says what its connections are like. */
  void configure(HikariConfig pool);

  /** What is to be said once on a connection that writes; empty for nothing. */
  String writerSettings();

  /** Makes what was committed survive a loss of power, not only a killed process. */
  void flush(Handle handle);

  /**
   * How this server and the others on the same database talk to each other.
   *
   * @param jdbi for what is sent
   */
  SignalLine signals(Jdbi jdbi, UUID server, UUID epoch);

  /** Whether other servers may write to the same database at the same time. */
  boolean isShared();
}
