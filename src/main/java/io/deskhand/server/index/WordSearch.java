package io.deskhand.server.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of one word. A ticket's words are spread over many documents, which Lucene's own
 * queries cannot join, so that this reads its lists of documents by itself.
 */
final class WordSearch {
  private final DirectoryReader reader;
  private final Segments segments;
  private final TextQuery.Word word;
  private final BytesRef bytes;
  private final WordHits hits;
  private @Nullable PostingsEnum reused;

  WordSearch(DirectoryReader reader, Segments segments, TextQuery.Word word, WordHits hits) {
    this.reader = reader;
    this.segments = segments;
    this.word = word;
    this.bytes = new BytesRef(word.text());
    this.hits = hits;
  }

  void in(TextField field) throws IOException {
    float weight = field.weight() * rarity(field);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field.field());
      if (terms != null) {
        in(leaf.reader(), terms.iterator(), field.weight(), weight);
      }
    }
  }

  /** From 1 for a word that is everywhere, logarithmically up. */
  private float rarity(TextField field) throws IOException {
    int found = reader.docFreq(new Term(field.field(), bytes));
    return (float) (1 + Math.log(1 + (double) reader.maxDoc() / (found + 1)));
  }

  private void in(LeafReader leaf, TermsEnum terms, float begun, float whole) throws IOException {
    int[] rows = segments.rows(leaf);
    if (!word.begun()) {
      if (terms.seekExact(bytes)) {
        take(leaf, terms, rows, whole);
      }
      return;
    }
    TermsEnum.SeekStatus status = terms.seekCeil(bytes);
    boolean fits =
        status != TermsEnum.SeekStatus.END && StringHelper.startsWith(terms.term(), bytes);
    while (fits) {
      take(leaf, terms, rows, terms.term().length == bytes.length ? whole : begun);
      BytesRef next = terms.next();
      fits = next != null && StringHelper.startsWith(next, bytes);
    }
  }

  /** The more often in one text the better, up to twice. */
  private void take(LeafReader leaf, TermsEnum term, int[] rows, float weight) throws IOException {
    PostingsEnum docs = term.postings(reused, PostingsEnum.FREQS);
    reused = docs;
    Bits live = leaf.getLiveDocs();
    for (int doc = docs.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        hits.add(rows[doc], weight * (2 - 1f / docs.freq()));
      }
    }
  }
}
