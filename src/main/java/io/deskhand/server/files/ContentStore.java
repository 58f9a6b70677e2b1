package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The files themselves, by the hash of their content, in one folder: {@code ab/cd/abcd…}, what is
 * still arriving in {@code parts}, thumbnails in {@code thumbs}. Several servers may share it. What
 * no row in the database names is garbage, and swept when it is old. Safe for use by many threads.
 */
final class ContentStore {
  static final String PARTS = "parts";
  static final String THUMBS = "thumbs";

  /** Below this much free space, in bytes, no file is taken: the database needs some too. */
  private static final long SPARE_SPACE = 64L << 20;

  private final Path root;
  private final LongSupplier usableSpace;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  ContentStore(Path root, Clock clock) {
    this(root, root.toFile()::getUsableSpace, clock);
  }

  ContentStore(Path root, LongSupplier usableSpace, Clock clock) {
    this.root = root;
    this.usableSpace = usableSpace;
    this.clock = clock;
    make(root.resolve(PARTS));
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep files in " + folder, e);
    }
  }

  Path root() {
    return root;
  }

  /** Where what arrives of a file is kept until it is whole. */
  Path part(UUID id) {
    return root.resolve(PARTS).resolve(id.toString());
  }

  /** Where the content with this hash is kept. */
  Path content(String sha256) {
    return below(root, sha256);
  }

  /** Where a thumbnail of the content with this hash is kept. */
  Path thumbnail(String sha256, String suffix) {
    return below(root.resolve(THUMBS), sha256 + suffix);
  }

  private static Path below(Path folder, String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
  }

  /**
   * Makes sure that a file may come.
   *
   * @throws ProblemException with {@code out_of_space} if {@code bytes} more would fill the disk
   */
  void requireSpace(long bytes) {
    if (usableSpace.getAsLong() < SPARE_SPACE + bytes) {
      throw ProblemException.of(ErrorCode.OUT_OF_SPACE, "The server's disk is full");
    }
  }

  /**
   * Puts a whole file in its place, and runs {@code row}, which stores that it is there. No sweep
   * comes between the two; if the second fails the first is garbage.
   */
  <T> T settle(Path part, String sha256, Supplier<T> row) throws IOException {
    return with(
        lock.readLock(),
        () -> {
          Path target = content(sha256);
          if (Files.exists(target) && Files.size(target) == Files.size(part)) {
            Files.delete(part);
          } else {
            place(part, target);
          }
          Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
          return row.get();
        });
  }

  /** Moves a flushed file to where it is found, and makes that survive a loss of power. */
  void place(Path part, Path target) throws IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = target.getParent();
    while (folder != null && folder.startsWith(root)) {
      flush(folder);
      folder = folder.getParent();
    }
  }

  private static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
      // Windows opens no folders, and keeps their entries in a journal of its own.
    }
  }

  /** Runs {@code sweep} while no file is put in its place. */
  void whileNothingSettles(IoAction sweep) throws IOException {
    with(
        lock.writeLock(),
        () -> {
          sweep.run();
          return root;
        });
  }

  @FunctionalInterface
  interface IoAction {
    void run() throws IOException;
  }

  @FunctionalInterface
  private interface IoResult<T> {
    T get() throws IOException;
  }

  private static <T> T with(Lock lock, IoResult<T> action) throws IOException {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
