package io.deskhand.sim;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The disk of the consoles: files as they are, but nothing waits for a flush, and each write can be
 * the last one of a process.
 */
public final class SimDisk extends FilePathWrapper {
  static final String SCHEME = "sim";
  private static final Map<Path, Runnable> WATCHED = new ConcurrentHashMap<>();
  private static final Set<Path> FULL = ConcurrentHashMap.newKeySet();

  static void register() {
    FilePath.register(new SimDisk());
  }

  /** Calls {@code onWrite} after each write to a file in {@code folder}. */
  static void watch(Path folder, Runnable onWrite) {
    WATCHED.put(folder, onWrite);
  }

  static void unwatch(Path folder) {
    WATCHED.remove(folder);
  }

  /** Has no room for what is written to files in {@code folder} from now on. */
  static void fill(Path folder) {
    FULL.add(folder);
  }

  static boolean isFull(Path folder) {
    return FULL.contains(folder);
  }

  /** Has room again. */
  static void free(Path folder) {
    FULL.remove(folder);
  }

  /** Some of the bytes of {@code path} are others from now on. */
  static void spoil(Path path, SplittableRandom noise) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] bytes = new byte[256];
      for (long at = 0; at < file.length(); at += 4_096) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) noise.nextInt();
        }
        file.seek(at);
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    Path file = Path.of(getBase().toString());
    return new Channel(super.open(mode), file.getParent());
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel real;
    private final Path folder;

    Channel(FileChannel real, Path folder) {
      this.real = real;
      this.folder = folder;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (FULL.contains(folder)) {
        throw new IOException("No space left on device");
      }
      int written = real.write(source, position);
      Runnable onWrite = WATCHED.get(folder);
      if (onWrite != null) {
        onWrite.run();
      }
      return written;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared)
        throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    public void force(boolean metaData) {}

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
