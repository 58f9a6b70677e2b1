package io.deskhand.server.index;

import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.util.FixedBitSet;

/**
 * One of a few values a row, an enum's: beside each row's value the rows of each value, as bits. So
 * rows are narrowed down, and the first of an order found, 64 at a time.
 */
final class KindColumn {
  private final FixedBitSet[] rows;
  private byte[] values = new byte[64];

  /**
   * @param kinds how many values there are; they are numbered from 0
   */
  KindColumn(int kinds) {
    rows = new FixedBitSet[kinds];
    Arrays.setAll(rows, kind -> new FixedBitSet(values.length));
  }

  int get(int row) {
    return values[row];
  }

  void set(int row, int kind) {
    if (row >= values.length) {
      values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
      Arrays.setAll(rows, any -> FixedBitSet.ensureCapacity(rows[any], values.length));
    }
    rows[values[row]].clear(row);
    values[row] = (byte) kind;
    rows[kind].set(row);
  }

  /** Clears those of {@code among} whose value is none of {@code wanted}. */
  void retain(FixedBitSet among, Collection<? extends Enum<?>> wanted) {
    long[] words = among.getBits();
    long[][] kinds =
        wanted.stream().map(kind -> rows[Ranks.of(kind)].getBits()).toArray(long[][]::new);
    for (int w = 0; w < words.length; w++) {
      long any = 0;
      for (long[] kind : kinds) {
        any |= w < kind.length ? kind[w] : 0;
      }
      words[w] &= any;
    }
  }

  /** The smallest value, or the greatest, of the rows {@code bits} of {@code word}. */
  int first(int word, long bits, boolean descending) {
    for (int n = 0; n < rows.length; n++) {
      int kind = descending ? rows.length - 1 - n : n;
      if ((rows[kind].getBits()[word] & bits) != 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no row");
  }
}
