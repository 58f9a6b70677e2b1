package io.deskhand.server.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the beginnings that were typed lately, by segment, as far as they fit: half of all
 * messages have a word with these two letters, and each of them has to be turned into its ticket's
 * row. Only of fields whose documents are never deleted, so that they stay what they are for as
 * long as the segment does. Thread-safe.
 */
final class BegunRows {
  private static final long MOST_BYTES = 32L << 20;
  private static final int SHARE_OF_HEAP = 20;

  /** So many documents take long enough to be remembered. */
  private static final int MANY = 5_000;

  private final long most;
  private final int many;
  private final Map<Key, RowRange> known = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<CacheKey> segments = new HashSet<>();
  private long bytes = 0;

  /**
   * @param most bytes to keep
   * @param many documents are worth it
   */
  BegunRows(long most, int many) {
    this.most = most;
    this.many = many;
  }

  /** As many as this process can easily hold. */
  static BegunRows ofThisHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return new BegunRows(Math.min(MOST_BYTES, heap / SHARE_OF_HEAP), MANY);
  }

  private record Key(CacheKey segment, TextField field, String beginning) {}

  /** Whether the rows of so many documents of {@code field} are worth it. */
  boolean isFor(TextField field, int documents) {
    return field.isForGood() && documents >= many;
  }

  /** Looks the rows up. */
  @FunctionalInterface
  interface Search {
    RowRange run() throws IOException;
  }

  /** The rows of {@code beginning}, by {@code search} if they are not known; not to be changed. */
  RowRange of(LeafReader segment, TextField field, String beginning, Search search)
      throws IOException {
    var cache = segment.getCoreCacheHelper();
    if (cache == null) {
      return search.run();
    }
    Key key = new Key(cache.getKey(), field, beginning);
    RowRange found = find(key);
    if (found == null) {
      found = search.run();
      if (keep(key, found)) {
        cache.addClosedListener(this::forget);
      }
    }
    return found;
  }

  private synchronized @Nullable RowRange find(Key key) {
    return known.get(key);
  }

  /** Says whether these are the first ones of their segment. */
  private synchronized boolean keep(Key key, RowRange rows) {
    bytes += size(rows) - size(known.put(key, rows));
    Iterator<RowRange> oldest = known.values().iterator();
    while (bytes > most && oldest.hasNext()) {
      bytes -= size(oldest.next());
      oldest.remove();
    }
    return segments.add(key.segment());
  }

  private synchronized void forget(CacheKey segment) {
    segments.remove(segment);
    known.entrySet().removeIf(entry -> entry.getKey().segment().equals(segment));
    bytes = known.values().stream().mapToLong(BegunRows::size).sum();
  }

  private static long size(@Nullable RowRange rows) {
    return rows == null ? 0 : rows.bytes();
  }
}
