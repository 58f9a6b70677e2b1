package io.deskhand.server.index;

import org.apache.lucene.util.FixedBitSet;

/** The rows that have one word somewhere, and how well the best place of each fits. */
final class WordHits {
  private final int limit;
  private final FixedBitSet rows;
  private final float[] scores;

  /**
   * @param limit rows from here on are left out
   */
  WordHits(int limit) {
    this.limit = limit;
    this.rows = new FixedBitSet(limit + 1);
    this.scores = new float[limit];
  }

  void add(int row, float score) {
    if (row >= 0 && row < limit) {
      rows.set(row);
      if (score > scores[row]) {
        scores[row] = score;
      }
    }
  }

  FixedBitSet rows() {
    return rows;
  }

  /** The score of {@code row}, from 0; 0 where the word is not. */
  float score(int row) {
    return row < limit ? scores[row] : 0;
  }
}
