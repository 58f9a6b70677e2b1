package io.deskhand.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.SealExisting;
import io.deskhand.server.store.seal.Sealing;
import java.sql.Connection;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The database behind the store: one connection to write, a few to read. */
final class Database implements AutoCloseable {
  private static final int READERS = 8;
  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  /** Shared, as it remembers what it has parsed. */
  private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

  private final Engine engine;
  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi reader;

  /** Opens it, and brings its tables up to date. */
  Database(Engine engine, DataKeys keys) {
    this.engine = engine;
    engine
        .migrations(Flyway.configure())
        .locations("classpath:db/server", engine.ownMigrations())
        .javaMigrations(
            new ChainHistory(),
            new SealExisting(connection -> keys(connection, keys)),
            new OpenTicketDeadlines())
        .load()
        .migrate();
    this.writerPool = pool("writer", 1, engine.writerSettings());
    this.readerPool = pool("reader", READERS, "");
    FieldCipher cipher = open(keys);
    this.writer = jdbi(writerPool, cipher);
    this.reader = jdbi(readerPool, cipher);
  }

  private FieldCipher open(DataKeys keys) {
    try {
      return Jdbi.create(writerPool).withHandle(keys::open);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static FieldCipher keys(Connection connection, DataKeys keys) {
    try (Handle handle = Jdbi.create(connection).open()) {
      return keys.open(handle);
    }
  }

  Jdbi writer() {
    return writer;
  }

  Jdbi reader() {
    return reader;
  }

  /** Makes what was committed survive a loss of power, not only a killed process. */
  void flush(Handle handle) {
    engine.flush(handle);
  }

  /** How this server and the others on the same database talk to each other. */
  SignalLine signals(UUID server, UUID epoch) {
    return engine.signals(reader, server, epoch);
  }

  /** Whether other servers may write to it at the same time. */
  boolean isShared() {
    return engine.isShared();
  }

  /**
   * Drops every connection, so that the next one opens the database anew: H2 closes itself when a
   * write fails, and PostgreSQL may have gone away.
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

  private HikariDataSource pool(String name, int size, String settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("desk-" + name);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    if (!settings.isEmpty()) {
      config.setConnectionInitSql(settings);
    }
    engine.configure(config);
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(HikariDataSource pool, FieldCipher cipher) {
    Jdbi jdbi = Jdbi.create(pool);
    // What is bound to a statement is not for logs.
    jdbi.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return Sealing.install(jdbi, cipher)
        .registerArrayType(UUID.class, "uuid")
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
