package io.deskhand.sync.index;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The row of each ticket, by its ordinal, packed. Written by one thread, read by any. A row's bytes
 * never change; a ticket that changes gets another row.
 */
final class RowTable {
  private static final int CHUNK = 1 << 12;
  private final Ordinals ordinals;
  private volatile AtomicReferenceArray<byte[]>[] chunks = chunks(0);

  RowTable(Ordinals ordinals) {
    this.ordinals = ordinals;
  }

  /** Something done with each row. */
  interface Visitor {
    void row(int ordinal, byte[] row);
  }

  /** The ordinal of a ticket, or -1 if it has none. */
  int ordinal(UUID ticketId) {
    return ordinals.find(ticketId);
  }

  /** The row of a ticket; null if there is none. */
  byte @Nullable [] get(int ordinal) {
    AtomicReferenceArray<byte[]>[] here = chunks;
    int chunk = ordinal / CHUNK;
    return chunk >= here.length ? null : here[chunk].get(ordinal % CHUNK);
  }

  /**
   * Puts a row in place, or null for none.
   *
   * @return the one before
   */
  byte @Nullable [] set(int ordinal, byte @Nullable [] row) {
    int chunk = ordinal / CHUNK;
    if (chunk >= chunks.length) {
      AtomicReferenceArray<byte[]>[] more = Arrays.copyOf(chunks, chunk + 1);
      for (int n = chunks.length; n < more.length; n++) {
        more[n] = new AtomicReferenceArray<>(CHUNK);
      }
      chunks = more;
    }
    return chunks[chunk].getAndSet(ordinal % CHUNK, row);
  }

  void each(Visitor visitor) {
    AtomicReferenceArray<byte[]>[] here = chunks;
    for (int chunk = 0; chunk < here.length; chunk++) {
      for (int n = 0; n < CHUNK; n++) {
        byte[] row = here[chunk].get(n);
        if (row != null) {
          visitor.row(chunk * CHUNK + n, row);
        }
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made
  private static AtomicReferenceArray<byte[]>[] chunks(int count) {
    return new AtomicReferenceArray[count];
  }
}
