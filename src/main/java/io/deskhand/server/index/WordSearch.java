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
import org.apache.lucene.util.FixedBitSet;
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
    if (status == TermsEnum.SeekStatus.END) {
      return;
    }
    BytesRef term = terms.term();
    if (status == TermsEnum.SeekStatus.FOUND) {
      take(leaf, terms, rows, whole);
      term = terms.next();
    }
    if (isLonger(term)) {
      takeLonger(leaf, terms, rows, begun);
    }
  }

  /**
   * The words that go on after the beginning: thousands of them if it is short, in a text often
   * several. So their documents are put together first, and looked up once.
   */
  private void takeLonger(LeafReader leaf, TermsEnum terms, int[] rows, float weight)
      throws IOException {
    FixedBitSet found = new FixedBitSet(leaf.maxDoc());
    do {
      PostingsEnum docs = terms.postings(reused, PostingsEnum.NONE);
      reused = docs;
      docs.nextDoc();
      docs.intoBitSet(PostingsEnum.NO_MORE_DOCS, found, 0);
    } while (isLonger(terms.next()));
    Bits live = leaf.getLiveDocs();
    if (live != null) {
      live.applyMask(found, 0);
    }
    WordHits.Level level = hits.level(weight);
    found.forEach(0, found.length(), 0, doc -> level.add(rows[doc]));
  }

  private boolean isLonger(@Nullable BytesRef term) {
    return term != null && StringHelper.startsWith(term, bytes);
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
