package io.deskhand.server.store;

import io.deskhand.model.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.h2.store.fs.FileUtils;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A server's data whose database is a file in memory, which can be copied at any moment. */
public final class MemoryStore {
  private static final String SUFFIX = ".mv.db";

  private MemoryStore() {}

  /**
   * @param directory for everything but the database
   * @param location of the database, in memory
   */
  public static Store open(Path directory, String location, Clock clock, Ids ids) {
    return Store.open(DataDir.lock(directory), location, clock, ids);
  }

  /** What is on the disk of {@code from} at this moment, as after a kill. */
  public static void copy(String from, String to) {
    try (InputStream in = FileUtils.newInputStream(from + SUFFIX);
        OutputStream out = FileUtils.newOutputStream(to + SUFFIX, false)) {
      out.write(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(String location) {
    FileUtils.delete(location + SUFFIX);
  }

  /** Begins another life of the data, as a restore of a backup does. */
  public static void renewEpoch(String location, UUID epoch) {
    try (Handle handle =
        Jdbi.create("jdbc:h2:" + location + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "desk", "")
            .open()) {
      ChangeLog.renewEpoch(handle, epoch);
    }
  }
}
