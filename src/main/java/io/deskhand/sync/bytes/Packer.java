package io.deskhand.sync.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row of bytes from a place on, as an {@link Unpacker} reads it. Of one thread, and used
 * again for row after row.
 */
public final class Packer {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int MORE = 0x80;
  private byte[] bytes = new byte[512];
  private int end;

  /** Begins a row whose first {@code length} bytes are written by their places. */
  public byte[] begin(int length) {
    end = length;
    return bytes;
  }

  /** A text of any length, in UTF-8. */
  public void text(@Nullable String text) {
    if (text == null) {
      count(0);
      return;
    }
    byte[] written = text.getBytes(UTF_8);
    count(written.length + 1L);
    reserve(written.length);
    System.arraycopy(written, 0, bytes, end, written.length);
    end += written.length;
  }

  /** A number, a small one in a byte; one below 0 takes ten. */
  public void count(long number) {
    reserve(Long.BYTES + 2);
    long rest = number;
    while ((rest & -MORE) != 0) {
      bytes[end++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
  }

  /** A number of any sign; one that is near 0 in a byte. */
  public void difference(long number) {
    count((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  /** A time, to the millisecond. */
  public void time(@Nullable Instant time) {
    reserve(1 + Long.BYTES);
    bytes[end++] = (byte) (time == null ? 0 : 1);
    if (time != null) {
      number(time.toEpochMilli());
    }
  }

  /** An id. */
  public void id(@Nullable UUID id) {
    reserve(1 + 2 * Long.BYTES);
    bytes[end++] = (byte) (id == null ? 0 : 1);
    if (id != null) {
      number(id.getMostSignificantBits());
      number(id.getLeastSignificantBits());
    }
  }

  /** A copy of what was written. */
  public byte[] row() {
    return Arrays.copyOf(bytes, end);
  }

  private void number(long value) {
    LONGS.set(bytes, end, value);
    end += Long.BYTES;
  }

  private void reserve(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (end + more));
    }
  }
}
