package io.deskhand.sync.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a row of bytes from a place on. Of one thread, and used again for row after row. */
final class Packer {
  private static final int MORE = 0x80;
  private byte[] bytes = new byte[512];
  private int end;

  /** Begins a row whose first {@code length} bytes are written by their places. */
  byte[] begin(int length) {
    end = length;
    return bytes;
  }

  void text(@Nullable String text) {
    if (text == null) {
      count(0);
      return;
    }
    byte[] written = PackedRow.bytes(text);
    count(written.length + 1L);
    reserve(written.length);
    System.arraycopy(written, 0, bytes, end, written.length);
    end += written.length;
  }

  /** A number of 0 or more, a small one in a byte. */
  void count(long number) {
    reserve(Long.BYTES + 2);
    long rest = number;
    while (rest >= MORE) {
      bytes[end++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
  }

  void time(@Nullable Instant time) {
    reserve(1 + Long.BYTES);
    bytes[end++] = (byte) (time == null ? 0 : 1);
    if (time != null) {
      number(time.toEpochMilli());
    }
  }

  void id(@Nullable UUID id) {
    reserve(1 + 2 * Long.BYTES);
    bytes[end++] = (byte) (id == null ? 0 : 1);
    if (id != null) {
      number(id.getMostSignificantBits());
      number(id.getLeastSignificantBits());
    }
  }

  byte[] row() {
    return Arrays.copyOf(bytes, end);
  }

  private void number(long value) {
    PackedRow.number(bytes, end, value);
    end += Long.BYTES;
  }

  private void reserve(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (end + more));
    }
  }
}
