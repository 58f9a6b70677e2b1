package io.deskhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import io.deskhand.disk.DurableFiles;
import io.deskhand.disk.JournaledFiles;
import java.util.UUID;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** H2 inside this process, on a file that is this server's alone. */
final class H2Engine implements Engine {
  private static final String LOCATION = "classpath:db/h2";
  private static final String USER = "desk";

  /**
   * Does not open a port, speaks PostgreSQL's SQL, and parses a statement once a connection: the
   * store has fewer than the cache holds.
   */
  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";

  /** Flushes before it acknowledges. */
  private static final String AT_WORK = ";WRITE_DELAY=0";

  /**
   * Does not flush after each of a hundred statements: migrations acknowledge nothing, and nobody
   * else has the file open yet, which is written when their connections are closed.
   */
  private static final String MIGRATING = ";WRITE_DELAY=500";

  /** H2's file system that opens its file again when an interrupted reader has closed it. */
  private static final String INTERRUPTIBLE = "retry:";

  private final String url;

  /** The file at {@code location}, which may begin with one of H2's file systems. */
  H2Engine(String location) {
    this.url = "jdbc:h2:" + location + SETTINGS;
  }

  /** The file of {@code directory}, of which a loss of power takes nothing acknowledged. */
  static H2Engine in(DataDir directory) {
    JournaledFiles.register();
    return new H2Engine(DurableFiles.PREFIX + INTERRUPTIBLE + directory.database());
  }

  @Override
  public FluentConfiguration migrations(FluentConfiguration flyway) {
    return flyway.dataSource(url + MIGRATING, USER, "");
  }

  @Override
  public String ownMigrations() {
    return LOCATION;
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setJdbcUrl(url + AT_WORK);
    pool.setUsername(USER);
    pool.setPassword("");
  }

  @Override
  public String writerSettings() {
    return "";
  }

  @Override
  public void flush(Handle handle) {
    handle.execute("CHECKPOINT SYNC");
  }

  @Override
  public SignalLine signals(Jdbi jdbi, UUID server, UUID epoch) {
    return new NoSignals();
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
