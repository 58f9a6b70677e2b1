package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a step is written down: mark, generation, the file's length after it, the number of bytes
 * that follow; for each write its place, its length and its bytes; and a checksum over all of this.
 * It takes whole blocks, so that no later one touches it.
 *
 * @param generation of the journal that it belongs to; one file is used again and again
 * @param length of the file after the step, in bytes
 */
record StepRecord(long generation, long length, Step step) {
  private static final int MARK = 0x44734a31;
  private static final int HEAD = Integer.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;
  private static final int WRITE_HEAD = Long.BYTES + Integer.BYTES;

  ByteBuffer encoded() {
    int body = body();
    ByteBuffer buffer = ByteBuffer.allocate(size());
    buffer.putInt(MARK).putLong(generation).putLong(length).putInt(body);
    for (Step.Write write : step.writes()) {
      buffer.putLong(write.position()).putInt(write.bytes().length).put(write.bytes());
    }
    buffer.putInt(checksum(buffer.duplicate().flip()));
    return buffer.clear();
  }

  /** The record at {@code position}; empty where there is none, or half of one. */
  static Optional<StepRecord> read(FileChannel file, long position) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    if (!Channels.read(file, head, position) || head.flip().getInt() != MARK) {
      return Optional.empty();
    }
    long generation = head.getLong();
    long length = head.getLong();
    int body = head.getInt();
    if (body < 0 || position + HEAD + body + Integer.BYTES > file.size()) {
      return Optional.empty();
    }
    ByteBuffer whole = ByteBuffer.allocate(HEAD + body + Integer.BYTES);
    Channels.read(file, whole, position);
    whole.flip();
    if (checksum(whole.slice(0, HEAD + body)) != whole.getInt(HEAD + body)) {
      return Optional.empty();
    }
    return Optional.of(new StepRecord(generation, length, writes(whole.slice(HEAD, body))));
  }

  /** How many bytes it takes. */
  int size() {
    int bytes = HEAD + body() + Integer.BYTES;
    return Math.ceilDiv(bytes, NewestChunk.BLOCK) * NewestChunk.BLOCK;
  }

  private int body() {
    return step.writes().stream().mapToInt(write -> WRITE_HEAD + write.bytes().length).sum();
  }

  private static Step writes(ByteBuffer body) {
    Step step = Step.NOTHING;
    while (body.hasRemaining()) {
      long position = body.getLong();
      byte[] bytes = new byte[body.getInt()];
      body.get(bytes);
      step = step.and(new Step.Write(position, bytes));
    }
    return step;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
