package io.deskhand.sync.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote, in the same order. Of one thread. */
public final class Unpacker {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int MORE = 0x80;
  private final byte[] bytes;
  private int at;

  /** From {@code at} on. */
  public Unpacker(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** What {@link Packer#text} wrote. */
  public @Nullable String text() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  /** Passes over a text. */
  public void skipText() {
    int length = (int) count() - 1;
    at += Math.max(0, length);
  }

  /** What {@link Packer#count} wrote. */
  public long count() {
    long number = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      number |= (long) (bytes[at++] & (MORE - 1)) << shift;
      shift += 7;
    }
    return number | (long) bytes[at++] << shift;
  }

  /** What {@link Packer#time} wrote. */
  public @Nullable Instant time() {
    return bytes[at++] == 0 ? null : Instant.ofEpochMilli(number());
  }

  /** What {@link Packer#id} wrote. */
  public @Nullable UUID id() {
    return bytes[at++] == 0 ? null : new UUID(number(), number());
  }

  /** What {@link Packer#difference} wrote. */
  public long difference() {
    long number = count();
    return (number >>> 1) ^ -(number & 1);
  }

  /** Whether nothing is left. */
  public boolean isAtEnd() {
    return at == bytes.length;
  }

  private long number() {
    long value = (long) LONGS.get(bytes, at);
    at += Long.BYTES;
    return value;
  }
}
