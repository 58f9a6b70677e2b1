package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/**
 * A file that changes in whole steps. A step ends when the file is flushed, and before data is
 * written behind the headers: what H2 wrote before that was a commit. A step that could not be
 * written stays open, so that the next flush tries it again. Written by one thread at a time, read
 * by any.
 */
final class JournaledFile extends FileBaseDefault {
  private final FilePath path;
  private final FileChannel real;
  private final Journal journal;
  private final boolean flushed;
  private volatile Step open = Step.NOTHING;
  private volatile long length;
  private boolean grown;

  JournaledFile(FilePath path, FileChannel real, boolean flushed) throws IOException {
    this.path = path;
    this.real = real;
    this.flushed = flushed;
    this.journal = Journal.open(path, real, flushed);
    this.length = real.size();
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    if (position >= NewestChunk.HEADERS) {
      endStep();
    }
    if (!flushed && position >= length) {
      return append(source, position);
    }
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    Step more = open.and(new Step.Write(position, bytes));
    // What the disk has no room for has to fail here: H2 takes a failing flush for no failure.
    journal.reserve(more);
    if (position + bytes.length > length) {
      append(ByteBuffer.allocate((int) (position + bytes.length - length)), length);
    }
    open = more;
    return bytes.length;
  }

  /** What nobody has pointed to yet needs no journal, as long as writes keep their order. */
  private int append(ByteBuffer source, long position) throws IOException {
    int bytes = source.remaining();
    Channels.write(real, source, position);
    length = position + bytes;
    grown = true;
    return bytes;
  }

  // Readers do not wait for a flush.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    Step newer = open;
    if (newer.isEmpty()) {
      return real.read(target, position);
    }
    int wanted = (int) Math.min(target.remaining(), length - position);
    if (wanted <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    ByteBuffer piece = target.slice(target.position(), wanted);
    Channels.read(real, piece, position);
    newer.patch(piece.clear(), position);
    target.position(target.position() + wanted);
    return wanted;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    endStep();
  }

  private synchronized void endStep() throws IOException {
    if (open.isEmpty() && !grown) {
      return;
    }
    journal.reserve(open);
    journal.append(open, length);
    open.carryOut(real);
    open = Step.NOTHING;
    grown = false;
  }

  @Override
  protected synchronized void implTruncate(long size) throws IOException {
    endStep();
    journal.clear();
    real.truncate(size);
    length = size;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  /** What was written and not flushed may be half of a step: the file stays without it. */
  @Override
  protected synchronized void implCloseChannel() throws IOException {
    try {
      if (open.isEmpty()) {
        journal.clear();
      }
    } finally {
      journal.close();
      real.close();
    }
    if (open.isEmpty()) {
      Journal.delete(path);
    }
  }
}
