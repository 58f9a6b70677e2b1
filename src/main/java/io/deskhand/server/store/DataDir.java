package io.deskhand.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that a server keeps its data in, locked for as long as this is open. */
final class DataDir implements AutoCloseable {
  private static final String DATABASE = "desk";

  /** Where files arrive: what is there is half of something, and may vanish at any time. */
  private static final Path ARRIVING = Path.of("attachments", "parts");

  private static final String LOCK = "desk.lock";
  private static final String BACKUPS = "backups";
  private static final String SEARCH = "search";
  private final Path path;
  private final FileChannel channel;

  private DataDir(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the directory where it is missing, and locks it.
   *
   * @throws DataDirInUse if another server has it open
   * @throws CannotOpenDatabase if it cannot be made or written to
   */
  static DataDir lock(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DataDirInUse(path);
      }
      return new DataDir(path, channel);
    } catch (FileAlreadyExistsException e) {
      throw new CannotOpenDatabase(path, new IOException("it is a file and no directory"));
    } catch (IOException e) {
      throw new CannotOpenDatabase(path, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** What can still be written here, in bytes. */
  long usableSpace() {
    return path.toFile().getUsableSpace();
  }

  /** Where the database's file is, without its suffix. */
  Path database() {
    return path.resolve(DATABASE).toAbsolutePath();
  }

  /** Where a running server puts its backups. */
  Path backups() {
    return path.resolve(BACKUPS);
  }

  /** Where what is made to search by goes; it can be made anew from the database. */
  Path search() {
    return path.resolve(SEARCH);
  }

  /** Whether a file, by its path in a data directory, is no part of the desk's data by itself. */
  static boolean isOfTheServer(Path file) {
    String first = file.getName(0).toString();
    return file.startsWith(ARRIVING)
        || first.equals(LOCK)
        || first.equals(BACKUPS)
        || first.equals(SEARCH)
        || first.startsWith(DATABASE + ".");
  }

  Path path() {
    return path;
  }

  /** The database's file in {@code directory}. */
  static Path databaseFile(Path directory) {
    return directory.resolve(DATABASE + ".mv.db");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + path, e);
    }
  }
}
