package io.deskhand.server.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** One small number a row: an enum's ordinal, or a code. */
final class IntColumn {
  private int[] values = new int[64];

  int get(int row) {
    return values[row];
  }

  void set(int row, int value) {
    reserve(row);
    values[row] = value;
  }

  /** Makes room for {@code row}, which is 0 if it is new. */
  void reserve(int row) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
    }
  }

  /** Clears those of {@code rows} whose value is not in {@code wanted}. */
  void retain(FixedBitSet rows, FixedBitSet wanted) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      long kept = words[w];
      for (long left = kept; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        if (!wanted.get(values[(w << 6) + bit])) {
          kept ^= 1L << bit;
        }
      }
      words[w] = kept;
    }
  }

  /** Clears those of {@code rows} whose value is not {@code wanted}. */
  void retain(FixedBitSet rows, int wanted) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      long kept = words[w];
      for (long left = kept; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        if (values[(w << 6) + bit] != wanted) {
          kept ^= 1L << bit;
        }
      }
      words[w] = kept;
    }
  }
}
