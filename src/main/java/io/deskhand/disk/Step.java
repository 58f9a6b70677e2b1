package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Writes to a file that belong together, in their order. Immutable, so that readers may look. */
record Step(List<Write> writes) {
  static final Step NOTHING = new Step(List.of());

  /** Bytes, never changed, and where in the file they go. */
  static final class Write {
    private final long position;
    private final byte[] bytes;

    Write(long position, byte[] bytes) {
      this.position = position;
      this.bytes = bytes;
    }

    long position() {
      return position;
    }

    byte[] bytes() {
      return bytes;
    }

    long end() {
      return position + bytes.length;
    }
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  Step and(Write next) {
    List<Write> more = new ArrayList<>(writes);
    more.add(next);
    return new Step(List.copyOf(more));
  }

  /** Puts into {@code target}, which holds the file's bytes from {@code position}, what is new. */
  void patch(ByteBuffer target, long position) {
    for (Write write : writes) {
      long from = Math.max(position, write.position());
      long to = Math.min(position + target.remaining(), write.end());
      if (from < to) {
        int at = target.position() + (int) (from - position);
        target.put(at, write.bytes(), (int) (from - write.position()), (int) (to - from));
      }
    }
  }

  void carryOut(FileChannel file) throws IOException {
    for (Write write : writes) {
      Channels.write(file, ByteBuffer.wrap(write.bytes()), write.position());
    }
  }
}
