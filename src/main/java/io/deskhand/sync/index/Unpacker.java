package io.deskhand.sync.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote, in the same order. Of one thread. */
final class Unpacker {
  private static final int MORE = 0x80;
  private final byte[] bytes;
  private int at;

  Unpacker(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  @Nullable String text() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  void skipText() {
    int length = (int) count() - 1;
    at += Math.max(0, length);
  }

  long count() {
    long number = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      number |= (long) (bytes[at++] & (MORE - 1)) << shift;
      shift += 7;
    }
    return number | (long) bytes[at++] << shift;
  }

  @Nullable Instant time() {
    return bytes[at++] == 0 ? null : Instant.ofEpochMilli(number());
  }

  @Nullable UUID id() {
    return bytes[at++] == 0 ? null : new UUID(number(), number());
  }

  private long number() {
    long value = PackedRow.number(bytes, at);
    at += Long.BYTES;
    return value;
  }
}
