package io.deskhand.sync.search;

import io.deskhand.sync.index.Ordinals;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Looks texts up in an index that is being written. Thread-safe. */
final class Searcher implements AutoCloseable {
  private static final int AT_ONCE = 256;
  private final Ordinals ordinals;
  private final ReaderManager readers;
  // The ticket of each document, by segment: they never change.
  private final Map<IndexReader.CacheKey, int[]> tickets = new ConcurrentHashMap<>();

  Searcher(IndexWriter writer, Ordinals ordinals) throws IOException {
    this.ordinals = ordinals;
    this.readers = new ReaderManager(writer);
  }

  /** Shows from now on what was written so far; reads what a search needs ahead. */
  void refresh() throws IOException {
    readers.maybeRefreshBlocking();
    DirectoryReader reader = readers.acquire();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        ticketsOf(leaf.reader());
      }
    } finally {
      readers.release(reader);
    }
  }

  /** The ordinals of the tickets that have every piece of {@code query} somewhere. */
  BitSet find(TextQuery query) throws IOException {
    DirectoryReader reader = readers.acquire();
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      BitSet found = null;
      for (TextQuery.Piece piece : query.pieces()) {
        BitSet one = find(searcher, piece.query());
        if (found == null) {
          found = one;
        } else {
          found.and(one);
        }
      }
      return found == null ? new BitSet() : found;
    } finally {
      readers.release(reader);
    }
  }

  @SuppressWarnings("deprecation") // one thread is meant: the others have the screen to draw
  private BitSet find(IndexSearcher searcher, Query query) throws IOException {
    Collecting collecting = new Collecting();
    searcher.search(query, collecting);
    return BitSet.valueOf(collecting.found);
  }

  private final class Collecting extends SimpleCollector {
    // A bit for each ticket, by its ordinal.
    private long[] found = {};
    private final int[] some = new int[AT_ONCE];
    private int[] tickets = {};

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      tickets = ticketsOf(leaf.reader());
      found = Arrays.copyOf(found, Math.max(found.length, ordinals.size() / Long.SIZE + 1));
    }

    @Override
    public void collect(int document) {
      add(tickets[document]);
    }

    @Override
    public void collect(DocIdStream documents) {
      for (int count = documents.intoArray(some); count > 0; count = documents.intoArray(some)) {
        for (int n = 0; n < count; n++) {
          add(tickets[some[n]]);
        }
      }
    }

    private void add(int ticket) {
      found[ticket / Long.SIZE] |= 1L << ticket;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private int[] ticketsOf(LeafReader segment) throws IOException {
    IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
    int[] known = tickets.get(cache.getKey());
    if (known != null) {
      return known;
    }
    int[] read = new int[segment.maxDoc()];
    BinaryDocValues ids = segment.getBinaryDocValues(SearchFiles.TICKET);
    for (int at = ids.nextDoc(); at != BinaryDocValues.NO_MORE_DOCS; at = ids.nextDoc()) {
      read[at] = ordinals.of(SearchFiles.id(ids.binaryValue()));
    }
    if (tickets.putIfAbsent(cache.getKey(), read) == null) {
      cache.addClosedListener(tickets::remove);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    readers.close();
  }
}
