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
 * A server's data whose database is a file in memory, which can be copied at any moment. Below H2
 * is the journal that it has in life: without it H2 finds no whole file in a copy as soon as it
 * uses space again, 45 s after it was written by the machine's clock.
 */
public final class MemoryStore {
  private static final String SUFFIX = ".mv.db";

  /** The database's file, and those of its journal. */
  private static final List<String> FILES =
      List.of(SUFFIX, SUFFIX + ".journal0", SUFFIX + ".journal1");

  private MemoryStore() {}

  /**
   * @param directory for everything but the database
   * @param location of the database, in memory
   */
  public static Store open(Path directory, String location, Clock clock, Ids ids) {
    return Store.open(DataDir.lock(directory), journaled(location), clock, ids);
  }

  /** What is on the disk of {@code from} at this moment, as after a kill. */
  public static void copy(String from, String to) {
    for (String file : FILES) {
      if (FileUtils.exists(from + file)) {
        try (InputStream in = FileUtils.newInputStream(from + file);
            OutputStream out = FileUtils.newOutputStream(to + file, false)) {
          out.write(in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  public static void delete(String location) {
    FILES.forEach(file -> FileUtils.delete(location + file));
  }

  private static String journaled(String location) {
    JournaledFiles.register();
    return DurableFiles.PREFIX + location;
  }

  /** Begins another life of the data, as a restore of a backup does. */
  public static void renewEpoch(String location, UUID epoch) {
    try (Handle handle =
        Jdbi.create(
                "jdbc:h2:" + journaled(location) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "desk",
                "")
            .open()) {
      ChangeLog.renewEpoch(handle, epoch);
    }
  }
}
