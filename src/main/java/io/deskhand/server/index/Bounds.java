package io.deskhand.server.index;

import java.util.Arrays;

/**
 * The least and the greatest number of each 64 rows, that is of each word of a set of rows. They
 * are never narrowed: a number that was replaced may still be one of them, which costs a look at
 * the rows and nothing else.
 */
final class Bounds {
  private static final int ROW_BITS = 6;
  private long[] least = filled(1, Long.MAX_VALUE);
  private long[] greatest = filled(1, Long.MIN_VALUE);

  void note(int row, long value) {
    int word = row >>> ROW_BITS;
    if (word >= least.length) {
      grow(Math.max(word + 1, least.length * 2));
    }
    least[word] = Math.min(least[word], value);
    greatest[word] = Math.max(greatest[word], value);
  }

  /** Not more than any number of the rows of {@code word}; the largest one if they have none. */
  long least(int word) {
    return word < least.length ? least[word] : Long.MAX_VALUE;
  }

  /** Not less than any number of the rows of {@code word}; the smallest one if they have none. */
  long greatest(int word) {
    return word < greatest.length ? greatest[word] : Long.MIN_VALUE;
  }

  private void grow(int length) {
    int known = least.length;
    least = Arrays.copyOf(least, length);
    greatest = Arrays.copyOf(greatest, length);
    Arrays.fill(least, known, length, Long.MAX_VALUE);
    Arrays.fill(greatest, known, length, Long.MIN_VALUE);
  }

  private static long[] filled(int length, long value) {
    long[] filled = new long[length];
    Arrays.fill(filled, value);
    return filled;
  }
}
