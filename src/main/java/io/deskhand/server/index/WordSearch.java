package io.deskhand.server.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
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
  private final BegunRows begun;
  private final TextQuery.Word word;
  private final BytesRef bytes;
  private final WordHits hits;
  private final DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
  private @Nullable PostingsEnum reused;

  WordSearch(
      DirectoryReader reader,
      Segments segments,
      BegunRows begun,
      TextQuery.Word word,
      WordHits hits) {
    this.reader = reader;
    this.segments = segments;
    this.begun = begun;
    this.word = word;
    this.bytes = new BytesRef(word.text());
    this.hits = hits;
  }

  void in(TextField field) throws IOException {
    float weight = field.weight() * rarity(field);
    for (LeafReaderContext leaf : reader.leaves()) {
      in(leaf.reader(), field, weight);
    }
  }

  /** From 1 for a word that is everywhere, logarithmically up. */
  private float rarity(TextField field) throws IOException {
    int found = reader.docFreq(new Term(field.field(), bytes));
    return (float) (1 + Math.log(1 + (double) reader.maxDoc() / (found + 1)));
  }

  private void in(LeafReader leaf, TextField field, float whole) throws IOException {
    Terms words = leaf.terms(field.field());
    if (words == null) {
      return;
    }
    int[] rows = segments.rows(leaf);
    TermsEnum terms = words.iterator();
    if (terms.seekExact(bytes)) {
      take(leaf, terms, rows, whole);
    }
    if (!word.begun()) {
      return;
    }
    if (Beginnings.has(word.text())) {
      takeBegun(leaf, field, rows);
    } else {
      takeLonger(leaf, terms, rows, field.weight());
    }
  }

  /** The words that begin as this one, where that is an entry of its own. */
  private void takeBegun(LeafReader leaf, TextField field, int[] rows) throws IOException {
    Terms beginnings = leaf.terms(field.begun());
    TermsEnum terms = beginnings == null ? TermsEnum.EMPTY : beginnings.iterator();
    if (!terms.seekExact(bytes)) {
      return;
    }
    if (begun.isFor(field, terms.docFreq())) {
      begun
          .of(leaf, field, word.text(), () -> RowRange.of(documents(leaf, terms), rows))
          .addTo(hits.level(field.weight()).rows());
    } else {
      takeAll(leaf, documents(leaf, terms), rows, field.weight());
    }
  }

  private FixedBitSet documents(LeafReader leaf, TermsEnum term) throws IOException {
    FixedBitSet found = new FixedBitSet(leaf.maxDoc());
    add(term, found);
    return found;
  }

  /**
   * The same where each of them has to be looked up, in a text often several. So their documents
   * are put together first.
   */
  private void takeLonger(LeafReader leaf, TermsEnum terms, int[] rows, float weight)
      throws IOException {
    TermsEnum.SeekStatus status = terms.seekCeil(bytes);
    if (status == TermsEnum.SeekStatus.END) {
      return;
    }
    BytesRef term = status == TermsEnum.SeekStatus.FOUND ? terms.next() : terms.term();
    if (isLonger(term)) {
      FixedBitSet found = documents(leaf, terms);
      while (isLonger(terms.next())) {
        add(terms, found);
      }
      takeAll(leaf, found, rows, weight);
    }
  }

  private void add(TermsEnum term, FixedBitSet found) throws IOException {
    PostingsEnum docs = term.postings(reused, PostingsEnum.NONE);
    reused = docs;
    docs.nextDoc();
    docs.intoBitSet(PostingsEnum.NO_MORE_DOCS, found, 0);
  }

  /** Documents that all fit as well; many are in the same ticket. */
  private void takeAll(LeafReader leaf, FixedBitSet found, int[] rows, float weight)
      throws IOException {
    Bits live = leaf.getLiveDocs();
    if (live != null) {
      live.applyMask(found, 0);
    }
    RowRange.add(found, rows, hits.level(weight).rows());
  }

  private boolean isLonger(@Nullable BytesRef term) {
    return term != null && StringHelper.startsWith(term, bytes);
  }

  /** The more often in one text the better, up to twice. */
  private void take(LeafReader leaf, TermsEnum term, int[] rows, float weight) throws IOException {
    PostingsEnum docs = term.postings(reused, PostingsEnum.FREQS);
    reused = docs;
    Bits live = leaf.getLiveDocs();
    docs.nextDoc();
    while (next(docs)) {
      if (live != null) {
        some.apply(live);
      }
      for (int n = 0; n < some.size; n++) {
        hits.add(rows[some.docs[n]], weight * (2 - 1 / some.features[n]));
      }
    }
  }

  private boolean next(PostingsEnum docs) throws IOException {
    docs.nextPostings(PostingsEnum.NO_MORE_DOCS, some);
    return some.size > 0;
  }
}
