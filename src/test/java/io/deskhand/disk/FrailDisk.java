package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that dies with a write that was counted out, and whatever was not flushed by then is
 * there, half there, or not there. H2 makes instances of its own, so its state is static; one test
 * at a time.
 */
public final class FrailDisk extends FilePathWrapper {
  private static final List<Channel> OPEN = new ArrayList<>();
  private static int writesLeft;
  private static boolean keepsAll;
  private static Random dice = new Random(0);

  /**
   * From now on.
   *
   * @param writes that work; the next one kills
   * @param power whether it is the power that goes, not the process alone
   */
  static synchronized void dieAfter(int writes, boolean power, Random random) {
    FilePath.register(new FrailDisk());
    writesLeft = writes;
    keepsAll = !power;
    dice = random;
  }

  /** The disk is as the death left it, and nobody has a file open. */
  static synchronized void plugIn() throws IOException {
    for (Channel each : List.copyOf(OPEN)) {
      each.real.close();
    }
    OPEN.clear();
    writesLeft = Integer.MAX_VALUE;
  }

  static synchronized boolean isDead() {
    return writesLeft < 0;
  }

  private static synchronized void count() throws IOException {
    if (writesLeft < 0) {
      throw new IOException("dead");
    }
    writesLeft--;
    if (writesLeft < 0) {
      for (Channel each : OPEN) {
        each.lose();
      }
      throw new IOException("dead");
    }
  }

  @Override
  public String getScheme() {
    return "frail";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    synchronized (FrailDisk.class) {
      Channel channel = new Channel(getBase().open(mode));
      OPEN.add(channel);
      return channel;
    }
  }

  @Override
  public void delete() {
    if (isDead()) {
      throw new IllegalStateException("dead");
    }
    super.delete();
  }

  private interface Change {
    void make() throws IOException;
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel real;
    private final List<Change> unflushed = new ArrayList<>();
    private Step newer = Step.NOTHING;

    Channel(FileChannel real) {
      this.real = real;
    }

    /** What a loss of power leaves: each write, half of it, or nothing of it. */
    void lose() throws IOException {
      for (Change change : unflushed) {
        if (keepsAll || dice.nextBoolean()) {
          change.make();
        }
      }
      unflushed.clear();
    }

    private void settle() throws IOException {
      for (Change change : unflushed) {
        change.make();
      }
      unflushed.clear();
      newer = Step.NOTHING;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.get(bytes);
      int half = bytes.length / 2;
      count();
      newer = newer.and(new Step.Write(position, bytes));
      unflushed.add(() -> Channels.write(real, ByteBuffer.wrap(bytes, 0, half), position));
      unflushed.add(
          () ->
              Channels.write(
                  real, ByteBuffer.wrap(bytes, half, bytes.length - half), position + half));
      return bytes.length;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      int wanted = (int) Math.min(target.remaining(), size() - position);
      if (wanted <= 0) {
        return -1;
      }
      ByteBuffer piece = ByteBuffer.allocate(wanted);
      Channels.read(real, piece, position);
      piece.clear();
      newer.patch(piece, position);
      target.put(piece);
      return wanted;
    }

    @Override
    public synchronized long size() throws IOException {
      long size = real.size();
      for (Step.Write write : newer.writes()) {
        size = Math.max(size, write.end());
      }
      return size;
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
      count();
      settle();
      real.truncate(size);
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
      count();
      settle();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
      if (!isDead()) {
        settle();
      }
      real.close();
      synchronized (FrailDisk.class) {
        OPEN.remove(this);
      }
    }
  }
}
