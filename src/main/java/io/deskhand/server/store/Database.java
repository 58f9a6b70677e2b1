package io.deskhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.SealExisting;
import io.deskhand.server.store.seal.Sealing;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The database behind the store: one connection to write, a few to read. */
final class Database implements AutoCloseable {
  private static final String USER = "desk";
  private static final int READERS = 8;
  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  /**
   * Flushes before it acknowledges (WRITE_DELAY), does not open a port, and speaks PostgreSQL's
   * SQL.
   */
  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi reader;

  private Database(String url, FieldCipher cipher) {
    migrate(url, cipher);
    this.writerPool = pool("writer", url, 1);
    this.readerPool = pool("reader", url, READERS);
    this.writer = jdbi(writerPool, cipher);
    this.reader = jdbi(readerPool, cipher);
  }

  /** Opens H2's file at {@code location}, which may begin with one of H2's file systems. */
  static Database h2(String location, FieldCipher cipher) {
    return new Database("jdbc:h2:" + location + H2_SETTINGS, cipher);
  }

  Jdbi writer() {
    return writer;
  }

  Jdbi reader() {
    return reader;
  }

  /** Makes what was committed survive a loss of power, not only a killed process. */
  void flush(Handle handle) {
    handle.execute("CHECKPOINT SYNC");
  }

  /**
   * Drops every connection, so that the next one opens the database anew: H2 closes itself when a
   * write fails.
   */
  void reopen() {
    writerPool.getHikariPoolMXBean().softEvictConnections();
    readerPool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    readerPool.close();
    writerPool.close();
  }

  private static HikariDataSource pool(String name, String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("desk-" + name);
    config.setJdbcUrl(url);
    config.setUsername(USER);
    config.setPassword("");
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    return new HikariDataSource(config);
  }

  private static void migrate(String url, FieldCipher cipher) {
    Flyway.configure()
        .dataSource(url, USER, "")
        .locations("classpath:db/server")
        .javaMigrations(new SealExisting(cipher))
        .load()
        .migrate();
  }

  private static Jdbi jdbi(HikariDataSource pool, FieldCipher cipher) {
    Jdbi jdbi = Jdbi.create(pool);
    // What is bound to a statement is not for logs.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return Sealing.install(jdbi, cipher)
        .registerArgument(new TimeArgument())
        .registerArgument(new NameArgument());
  }

  private static final class TimeArgument extends AbstractArgumentFactory<Instant> {
    TimeArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }

  private static final class NameArgument extends AbstractArgumentFactory<WireEnum> {
    NameArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(WireEnum value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.wire());
    }
  }
}
