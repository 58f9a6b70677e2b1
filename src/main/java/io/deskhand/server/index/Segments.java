package io.deskhand.server.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * The row of each document, by segment: they never change, so that each is looked up once. Every
 * document's ticket must have its row before the segment is first asked for. Thread-safe.
 */
final class Segments {
  /** The field with the id of a document's ticket. */
  static final String TICKET = "ticket";

  private final Map<IndexReader.CacheKey, int[]> rows = new ConcurrentHashMap<>();
  private final Consumer<Consumer<RowIds>> reading;

  /**
   * @param reading lets its argument look at the rows' ids, under their lock
   */
  Segments(Consumer<Consumer<RowIds>> reading) {
    this.reading = reading;
  }

  /** A ticket's id as bytes. */
  static BytesRef bytes(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  /** The rows by document; {@link RowIds#UNKNOWN} where the ticket has none. */
  int[] rows(LeafReader segment) {
    IndexReader.CacheHelper cache =
        Objects.requireNonNull(segment.getCoreCacheHelper(), "a segment on disk can be cached");
    int[] known = rows.get(cache.getKey());
    if (known != null) {
      return known;
    }
    int[] found = new int[segment.maxDoc()];
    Arrays.fill(found, RowIds.UNKNOWN);
    reading.accept(ids -> look(segment, ids, found));
    if (rows.putIfAbsent(cache.getKey(), found) == null) {
      cache.addClosedListener(rows::remove);
    }
    return found;
  }

  private static void look(LeafReader segment, RowIds ids, int[] found) {
    try {
      BinaryDocValues tickets = segment.getBinaryDocValues(TICKET);
      if (tickets == null) {
        return;
      }
      for (int doc = tickets.nextDoc();
          doc != BinaryDocValues.NO_MORE_DOCS;
          doc = tickets.nextDoc()) {
        BytesRef id = tickets.binaryValue();
        ByteBuffer bytes = ByteBuffer.wrap(id.bytes, id.offset, id.length);
        found[doc] = ids.find(new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }
}
