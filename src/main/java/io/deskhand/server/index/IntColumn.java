package io.deskhand.server.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** One small number a row: an enum's ordinal, or a code. */
final class IntColumn {
  private static final int ROW_BITS = 6;

  /** Of 64 rows; so few are looked at one by one. */
  private static final int FEW = 20;

  /** A multiple of 64 of them. */
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
      int enough = Math.max((row | (Long.SIZE - 1)) + 1, values.length * 2);
      values = Arrays.copyOf(values, enough);
    }
  }

  /** Clears those of {@code rows} whose value is not in {@code wanted}. */
  void retain(FixedBitSet rows, FixedBitSet wanted) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      words[w] = matching(w, words[w], wanted);
    }
  }

  /** Clears those of {@code rows} whose value is not {@code wanted}. */
  void retain(FixedBitSet rows, int wanted) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      words[w] = matching(w, words[w], wanted);
    }
  }

  /** Those of the rows {@code bits} of a word whose value is {@code wanted}. */
  long matching(int word, long bits, int wanted) {
    int first = word << ROW_BITS;
    long found = 0;
    if (Long.bitCount(bits) < FEW) {
      for (long left = bits; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        found |= (values[first + bit] == wanted ? 1L : 0L) << bit;
      }
      return found;
    }
    // All of them, without a branch: what is not asked for costs less than to find out.
    for (int bit = 0; bit < Long.SIZE; bit++) {
      found |= (values[first + bit] == wanted ? 1L : 0L) << bit;
    }
    return found & bits;
  }

  /** Those of the rows {@code bits} of a word whose value is in {@code wanted}. */
  long matching(int word, long bits, FixedBitSet wanted) {
    int first = word << ROW_BITS;
    long[] codes = wanted.getBits();
    long found = 0;
    for (long left = bits; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      int value = values[first + bit];
      found |= ((codes[value >>> ROW_BITS] >>> value) & 1) << bit;
    }
    return found;
  }
}
