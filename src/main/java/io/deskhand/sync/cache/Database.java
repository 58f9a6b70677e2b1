package io.deskhand.sync.cache;

import io.deskhand.disk.EncryptedFiles;
import io.deskhand.disk.JournaledFiles;
import io.deskhand.sync.SyncException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encrypted H2 file with one connection. After a failure of the disk H2 closes the file by
 * itself; the next use opens it again. Thread-safe: one use at a time.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  // What is acknowledged is written; and no TCP port, no help by others.
  private static final String OPTIONS =
      ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=100"
          + ";TRACE_LEVEL_FILE=0";

  /** Shared, as it remembers what it has parsed. */
  private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

  private final Path file;
  private final String url;
  private final String script;
  private @Nullable Handle handle;
  private boolean closed;

  /** Something done in one transaction. */
  interface Work<T> {
    T run(Handle handle);
  }

  /** Something done in one transaction that has no result. */
  interface Step {
    void run(Handle handle);
  }

  /**
   * @param file where it is, without H2's suffix
   * @param scheme how H2 reaches it, {@code file:} on a disk
   * @param key 64 hexadecimal digits
   * @param script the resource that makes its tables
   * @param safety what its files survive: a prefix of {@link JournaledFiles}
   */
  Database(Path file, String scheme, String key, String script, String safety) {
    this.file = file;
    this.url =
        "jdbc:h2:" + safety + EncryptedFiles.PREFIX + scheme + file.toAbsolutePath() + OPTIONS;
    this.script = script;
    JournaledFiles.register();
    EncryptedFiles.register(file, key);
  }

  /**
   * Runs {@code work} in a transaction.
   *
   * @throws SyncException DISK_FULL or CACHE_DAMAGED if the file is the trouble
   */
  synchronized <T> T in(Work<T> work) {
    try {
      return open().inTransaction(work::run);
    } catch (RuntimeException failure) {
      SyncException trouble = StoreTrouble.of(failure);
      if (trouble == null) {
        throw failure;
      }
      drop();
      throw trouble;
    }
  }

  /** The same for what changes something; when it returns, the file has it whatever happens. */
  synchronized <T> T change(Work<T> work) {
    T result = in(work);
    try {
      open().execute("CHECKPOINT SYNC");
    } catch (RuntimeException failure) {
      drop();
      SyncException trouble = StoreTrouble.of(failure);
      throw trouble == null ? failure : trouble;
    }
    return result;
  }

  /** The same without a result. */
  void run(Step step) {
    change(
        handle -> {
          step.run(handle);
          return Boolean.TRUE;
        });
  }

  /** Nothing can be done with it any more. */
  @Override
  public synchronized void close() {
    closed = true;
    drop();
    EncryptedFiles.forget(file);
  }

  private Handle open() {
    if (closed) {
      throw new SyncException(SyncException.Reason.INTERNAL, "The profile is closed");
    }
    if (handle == null) {
      handle = connect();
    }
    return handle;
  }

  private Handle connect() {
    Handle opened;
    try {
      opened = Jdbi.open(DriverManager.getConnection(url, "deskhand", "deskhand"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try {
      opened.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
      opened.registerArrayType(UUID.class, "uuid");
      if (!hasTables(opened)) {
        opened.useTransaction(fresh -> fresh.createScript(read(script)).execute());
      }
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static boolean hasTables(Handle handle) {
    return handle
            .createQuery("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'META'")
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private void drop() {
    Handle old = handle;
    handle = null;
    if (old == null) {
      return;
    }
    try {
      old.close();
    } catch (RuntimeException e) {
      LOG.debug("the connection was gone already", e);
    }
  }

  private static String read(String resource) {
    try (InputStream in = Database.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
