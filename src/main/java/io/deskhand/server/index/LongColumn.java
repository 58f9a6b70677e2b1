package io.deskhand.server.index;

import java.time.Instant;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One large number a row; a time is its milliseconds since the epoch. */
final class LongColumn {
  /** The value where there is none. */
  static final long NONE = Long.MIN_VALUE;

  private long[] values = new long[64];

  long get(int row) {
    return values[row];
  }

  void set(int row, long value) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
    }
    values[row] = value;
  }

  void set(int row, @Nullable Instant time) {
    set(row, time == null ? NONE : time.toEpochMilli());
  }

  /** Clears those of {@code rows} that are not from {@code first}, included, to {@code end}. */
  void retain(FixedBitSet rows, long first, long end) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      long kept = words[w];
      for (long left = kept; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        long value = values[(w << 6) + bit];
        if (value < first || value >= end) {
          kept ^= 1L << bit;
        }
      }
      words[w] = kept;
    }
  }
}
