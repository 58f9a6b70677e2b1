package io.deskhand.sync.cache;

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
      ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=100";

  /**
   * Space in the file is not used again until it is closed. Where it is, a kill between two writes
   * of one commit can take H2 back to an older state, acknowledged commits included.
   */
  static final String APPEND_ONLY = ";RETENTION_TIME=2000000000";

  private final String url;
  private final String key;
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
   * @param more options of H2's; empty, or {@link #APPEND_ONLY} for what must not be lost
   */
  Database(Path file, String scheme, String key, String script, String more) {
    this.url = "jdbc:h2:" + scheme + file.toAbsolutePath() + OPTIONS + more;
    this.key = key;
    this.script = script;
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

  /** The same without a result. */
  void run(Step step) {
    in(
        handle -> {
          step.run(handle);
          return Boolean.TRUE;
        });
  }

  /** The same; when it returns, the disk itself has it. */
  synchronized void runDurably(Step step) {
    run(step);
    try {
      open().execute("CHECKPOINT SYNC");
    } catch (RuntimeException failure) {
      drop();
      SyncException trouble = StoreTrouble.of(failure);
      throw trouble == null ? failure : trouble;
    }
  }

  /** Nothing can be done with it any more. */
  @Override
  public synchronized void close() {
    closed = true;
    drop();
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
      opened = Jdbi.open(DriverManager.getConnection(url, "deskhand", key + " deskhand"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try {
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
