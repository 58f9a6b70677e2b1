package io.deskhand.server.index;

import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** What was found of each word, with what only the table knows: numbers and names. */
final class Relevance {
  private static final float NUMBER = 20;
  private static final float NAME = 6;
  private final TicketTable table;
  private final List<TextQuery.Word> words;
  private final List<WordHits> hits;

  Relevance(TicketTable table, List<TextQuery.Word> words, List<WordHits> hits) {
    this.table = table;
    this.words = words;
    this.hits = hits;
  }

  /** Clears those of {@code rows} that lack one of the words. */
  void retain(FixedBitSet rows) {
    if (words.isEmpty()) {
      rows.clear();
    }
    for (int i = 0; i < words.size(); i++) {
      addOwn(rows, words.get(i), hits.get(i));
      rows.and(hits.get(i).rows());
    }
  }

  private void addOwn(FixedBitSet rows, TextQuery.Word word, WordHits found) {
    FixedBitSet names = table.names.with(word);
    boolean named = names.cardinality() > 0;
    NumberPrefix prefix = word.number();
    OptionalLong sequence = word.sequence();
    if (!named && prefix == null && sequence.isEmpty()) {
      return;
    }
    if (named) {
      FixedBitSet withName = rows.clone();
      table.name.retain(withName, names);
      found.level(NAME).addAll(withName);
    }
    if (prefix == null && sequence.isEmpty()) {
      return;
    }
    for (int row = rows.nextSetBit(0);
        row != DocIdSetIterator.NO_MORE_DOCS;
        row = Bits.next(rows, row)) {
      long number = table.number.get(row);
      if (prefix != null
          ? prefix.fits(number)
          : sequence.isPresent() && sequence.getAsLong() == NumberPrefix.sequence(number)) {
        found.add(row, NUMBER);
      }
    }
  }

  /** How well {@code row} fits all of the words; from 0. */
  float score(int row) {
    float sum = 0;
    for (WordHits word : hits) {
      sum += word.score(row);
    }
    return sum;
  }
}
