package io.deskhand.server.store;

import io.deskhand.disk.DurableFiles;
import io.deskhand.disk.JournaledFiles;
import io.deskhand.model.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.h2.store.fs.FileUtils;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A server's data whose database is a file in memory, which can be copied at any moment; beside it
 * the journal that a real one has on its disk.
 */
public final class MemoryStore {
  private static final List<String> FILES = List.of(".mv.db", ".mv.db.journal0", ".mv.db.journal1");

  private MemoryStore() {}

  /**
   * @param directory for everything but the database
   * @param location of the database, in memory
   */
  public static Store open(Path directory, String location, Clock clock, Ids ids) {
    String untidied = durable(location) + ";MAX_COMPACT_TIME=0";
    return Store.open(DataDir.lock(directory), untidied, clock, ids);
  }

  /** What is on the disk of {@code from} at this moment, as after a kill. */
  public static void copy(String from, String to) {
    delete(to);
    for (String file : FILES) {
      if (FileUtils.exists(from + file)) {
        copyFile(from + file, to + file);
      }
    }
  }

  private static void copyFile(String from, String to) {
    try (InputStream in = FileUtils.newInputStream(from);
        OutputStream out = FileUtils.newOutputStream(to, false)) {
      out.write(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(String location) {
    FILES.forEach(file -> FileUtils.delete(location + file));
  }

  /** Begins another life of the data, as a restore of a backup does. */
  public static void renewEpoch(String location, UUID epoch) {
    try (Handle handle =
        Jdbi.create(
                "jdbc:h2:" + durable(location) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "desk",
                "")
            .open()) {
      ChangeLog.renewEpoch(handle, epoch);
    }
  }

  private static String durable(String location) {
    JournaledFiles.register();
    return DurableFiles.PREFIX + location;
  }
}
