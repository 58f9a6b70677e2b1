package io.deskhand.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that a server keeps its data in, locked for as long as this is open. */
final class DataDir implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataDir(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes the directory where it is missing, and locks it. */
  static DataDir lock(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("desk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DataDirInUse(path);
      }
      return new DataDir(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use " + path + " for data: " + e.getMessage(), e);
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
    return path.resolve("desk").toAbsolutePath();
  }

  Path path() {
    return path;
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
