package io.deskhand.server.index;

import java.time.Instant;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One large number a row; a time is its milliseconds since the epoch. */
final class LongColumn {
  private static final int ROW_BITS = 6;

  /** The value where there is none. */
  static final long NONE = Long.MIN_VALUE;

  private final Bounds bounds = new Bounds();
  private long[] values = new long[64];

  long get(int row) {
    return values[row];
  }

  void set(int row, long value) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
    }
    values[row] = value;
    if (value != NONE) {
      bounds.note(row, value);
    }
  }

  void set(int row, @Nullable Instant time) {
    set(row, time == null ? NONE : time.toEpochMilli());
  }

  /** Not more than any number of the rows of a word; the largest one if they have none. */
  long least(int word) {
    return bounds.least(word);
  }

  /** Not less than any number of the rows of a word; {@link #NONE} if they have none. */
  long greatest(int word) {
    return bounds.greatest(word);
  }

  /**
   * Clears those of {@code rows} that have none, or are not from {@code first}, included, to {@code
   * end}.
   */
  void retain(FixedBitSet rows, long first, long end) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      if (words[w] != 0) {
        words[w] = within(w, words[w], first, end);
      }
    }
  }

  private long within(int word, long bits, long first, long end) {
    if (bounds.least(word) >= end || bounds.greatest(word) < first) {
      return 0;
    }
    long kept = bits;
    for (long left = bits; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      long value = values[(word << ROW_BITS) + bit];
      if (value == NONE || value < first || value >= end) {
        kept ^= 1L << bit;
      }
    }
    return kept;
  }
}
