package io.deskhand.server.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The rows that have one word somewhere, and how well the best place of each fits. */
final class WordHits {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;
  private final int limit;
  private final FixedBitSet rows;

  private final List<Level> levels = new ArrayList<>();

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

  /** Where to set the rows that fit as well as {@code score} says. */
  Level level(float score) {
    for (Level known : levels) {
      if (known.score() == score) {
        return known;
      }
    }
    Level level = new Level(score, new FixedBitSet(limit));
    levels.add(level);
    return level;
  }

  /** Rows that all fit as well; a bit each, as there are most of them. */
  record Level(float score, FixedBitSet rows) {
    /** Adds all of {@code more}, but those that are left out. */
    void addAll(FixedBitSet more) {
      new RowRange(0, more.getBits()).addTo(rows);
    }
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

  /** All of the rows. */
  FixedBitSet rows() {
    levels.forEach(level -> rows.or(level.rows()));
    return rows;
  }

  /** The score of {@code row}, from 0; 0 where the word is not. */
  float score(int row) {
    float[] page = row < limit ? scores[row >>> PAGE_BITS] : null;
    float best = page == null ? 0 : page[row & (PAGE - 1)];
    for (Level level : levels) {
      if (level.score() > best && row < limit && level.rows().get(row)) {
        best = level.score();
      }
    }
    return best;
  }
}
