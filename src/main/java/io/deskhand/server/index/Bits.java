package io.deskhand.server.index;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Walks over a set of rows. */
final class Bits {
  private Bits() {}

  /** The row after {@code row}; NO_MORE_DOCS after the last. */
  static int next(FixedBitSet rows, int row) {
    return row + 1 < rows.length() ? rows.nextSetBit(row + 1) : DocIdSetIterator.NO_MORE_DOCS;
  }
}
