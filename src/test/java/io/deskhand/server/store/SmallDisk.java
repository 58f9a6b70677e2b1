package io.deskhand.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system under H2 that can be full. H2 makes instances of its own, so its state is static.
 */
public final class SmallDisk extends FilePathWrapper {
  static final AtomicBoolean FULL = new AtomicBoolean();

  /** Whether what is written cannot be flushed. */
  static final AtomicBoolean UNFLUSHABLE = new AtomicBoolean();

  /** Makes H2 know the scheme. */
  static void register() {
    FilePath.register(new SmallDisk());
  }

  @Override
  public String getScheme() {
    return "small";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static final class Channel extends FileBase {
    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    /** What is there can be written over on a full disk as well. */
    private void checkSpace(long end) throws IOException {
      if (FULL.get() && end > base.size()) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      checkSpace(base.position() + source.remaining());
      return base.write(source);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      checkSpace(position + source.remaining());
      return base.write(source, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return base.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return base.read(target, position);
    }

    @Override
    public long position() throws IOException {
      return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      base.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      base.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (UNFLUSHABLE.get()) {
        throw new IOException("Input/output error");
      }
      base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
