package io.deskhand.server.index;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The rows that have one word somewhere, and how well the best place of each fits. */
final class WordHits {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;
  private final int limit;
  private final FixedBitSet rows;

  /** By page of rows; null where the word is on none of them, as most words are in few tickets. */
  private final float[] @Nullable [] scores;

  /**
   * @param limit rows from here on are left out
   */
  WordHits(int limit) {
    this.limit = limit;
    this.rows = new FixedBitSet(limit + 1);
    this.scores = new float[(limit >>> PAGE_BITS) + 1][];
  }

  void add(int row, float score) {
    if (row >= 0 && row < limit) {
      rows.set(row);
      float[] page = scores[row >>> PAGE_BITS];
      if (page == null) {
        page = new float[PAGE];
        scores[row >>> PAGE_BITS] = page;
      }
      int place = row & (PAGE - 1);
      page[place] = Math.max(page[place], score);
    }
  }

  FixedBitSet rows() {
    return rows;
  }

  /** The score of {@code row}, from 0; 0 where the word is not. */
  float score(int row) {
    float[] page = row < limit ? scores[row >>> PAGE_BITS] : null;
    return page == null ? 0 : page[row & (PAGE - 1)];
  }
}
