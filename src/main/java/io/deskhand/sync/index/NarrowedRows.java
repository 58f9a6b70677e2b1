package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows of a queue, in its order: a bit for each place, and nothing of the row. What a
 * letter finds in a million tickets takes 130 kB so; a list of the places took megabytes, and the
 * collector of garbage ran for every few letters. Immutable.
 */
final class NarrowedRows {
  /** So many places have one entry in {@link #before}. */
  private static final int STRIDE = 1_024;

  private static final int WORDS = STRIDE / Long.SIZE;

  private final SortedRows rows;
  private final BitSet places;
  // How many of these rows come before each stride of places; and at the end all of them.
  private final int[] before;

  private NarrowedRows(SortedRows rows, BitSet places, int[] before) {
    this.rows = rows;
    this.places = places;
    this.before = before;
  }

  /** Those of the tickets in {@code wanted}. */
  static NarrowedRows of(SortedRows rows, BitSet wanted) {
    int strides = Math.ceilDiv(rows.size(), STRIDE);
    long[] words = new long[strides * WORDS];
    long[] tickets = wanted.toLongArray();
    rows.each(
        (place, ticket) -> {
          if (ticket / Long.SIZE < tickets.length) {
            words[place / Long.SIZE] |= (tickets[ticket / Long.SIZE] >>> ticket & 1) << place;
          }
        });
    int[] before = new int[strides + 1];
    for (int stride = 0; stride < strides; stride++) {
      before[stride + 1] = before[stride];
      for (int n = 0; n < WORDS; n++) {
        before[stride + 1] += Long.bitCount(words[stride * WORDS + n]);
      }
    }
    return new NarrowedRows(rows, BitSet.valueOf(words), before);
  }

  int size() {
    return before[before.length - 1];
  }

  List<TicketRow> window(int from, int to, Packing packing) {
    int start = Math.clamp(from, 0, size());
    int end = Math.clamp(to, start, size());
    return places(start)
        .limit((long) end - start)
        .mapToObj(rows::row)
        .map(packing::unpack)
        .toList();
  }

  List<UUID> ids() {
    return places(0).mapToObj(rows::row).map(PackedRow::id).toList();
  }

  /** Where a ticket stands, or -1; {@code likely} is the row that it is expected to have. */
  int indexOf(int ticket, byte @Nullable [] likely) {
    int at = rows.indexOf(ticket, likely);
    if (at < 0 || !places.get(at)) {
      return -1;
    }
    int stride = at / STRIDE;
    return before[stride] + places.get(stride * STRIDE, at).cardinality();
  }

  /** The places of these rows, from the {@code first}th on. */
  private IntStream places(int first) {
    return first == size()
        ? IntStream.empty()
        : IntStream.iterate(place(first), at -> at >= 0, at -> places.nextSetBit(at + 1));
  }

  private int place(int row) {
    int stride = 0;
    int end = before.length - 1;
    while (end - stride > 1) {
      int middle = (stride + end) / 2;
      if (before[middle] <= row) {
        stride = middle;
      } else {
        end = middle;
      }
    }
    int at = places.nextSetBit(stride * STRIDE);
    for (int passed = before[stride]; passed < row; passed++) {
      at = places.nextSetBit(at + 1);
    }
    return at;
  }
}
