package io.deskhand.server.index;

import org.apache.lucene.util.FixedBitSet;

/**
 * A set of rows that are near to each other, as those of a segment are: a bit a row from the first
 * of them to the last.
 *
 * @param firstWord where the first of {@code words} belongs in a set of all rows
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record RowRange(int firstWord, long[] words) {
  private static final int ROW_BITS = 6;

  /** Shows a row, once for each of its documents. */
  private interface Look {
    void at(int row);
  }

  /** The rows of {@code documents}, as far as these have one. */
  static RowRange of(FixedBitSet documents, int[] rowOf) {
    int[] ends = {Integer.MAX_VALUE, RowIds.UNKNOWN};
    each(
        documents,
        rowOf,
        row -> {
          ends[0] = Math.min(ends[0], row);
          ends[1] = Math.max(ends[1], row);
        });
    if (ends[1] == RowIds.UNKNOWN) {
      return new RowRange(0, new long[0]);
    }
    int from = ends[0] >>> ROW_BITS;
    long[] words = new long[(ends[1] >>> ROW_BITS) - from + 1];
    each(documents, rowOf, row -> words[(row >>> ROW_BITS) - from] |= 1L << row);
    return new RowRange(from, words);
  }

  /** Adds the rows of {@code documents} to {@code rows}, but those that are beyond its end. */
  static void add(FixedBitSet documents, int[] rowOf, FixedBitSet rows) {
    long[] words = rows.getBits();
    int end = rows.length();
    each(
        documents,
        rowOf,
        row -> {
          if (row < end) {
            words[row >>> ROW_BITS] |= 1L << row;
          }
        });
  }

  private static void each(FixedBitSet documents, int[] rowOf, Look look) {
    long[] bits = documents.getBits();
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int row = rowOf[(word << ROW_BITS) + Long.numberOfTrailingZeros(left)];
        if (row != RowIds.UNKNOWN) {
          look.at(row);
        }
      }
    }
  }

  /** Adds these to {@code rows}, but those that are beyond its end. */
  void addTo(FixedBitSet rows) {
    long[] to = rows.getBits();
    int end = Math.min(words.length, to.length - firstWord);
    for (int word = 0; word < end; word++) {
      to[firstWord + word] |= words[word];
    }
    int beyond = rows.length() & (Long.SIZE - 1);
    if (beyond != 0) {
      to[to.length - 1] &= (1L << beyond) - 1;
    }
  }

  long bytes() {
    return (long) words.length * Long.BYTES;
  }
}
