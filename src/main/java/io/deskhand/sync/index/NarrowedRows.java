package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some of the rows of a queue, in its order: their places, and nothing of them. Immutable. */
final class NarrowedRows {
  private final SortedRows rows;
  private final int[] places;

  private NarrowedRows(SortedRows rows, int[] places) {
    this.rows = rows;
    this.places = places;
  }

  /** Those of the tickets in {@code wanted}. */
  static NarrowedRows of(SortedRows rows, BitSet wanted) {
    int size = rows.size();
    int[] places = new int[Math.min(size, wanted.cardinality())];
    int count = 0;
    for (int at = 0; at < size && count < places.length; at++) {
      if (wanted.get(rows.ticket(at))) {
        places[count++] = at;
      }
    }
    return new NarrowedRows(rows, count == places.length ? places : Arrays.copyOf(places, count));
  }

  int size() {
    return places.length;
  }

  List<TicketRow> window(int from, int to, Packing packing) {
    int start = Math.clamp(from, 0, places.length);
    int end = Math.clamp(to, start, places.length);
    return IntStream.range(start, end)
        .mapToObj(at -> packing.unpack(rows.row(places[at])))
        .toList();
  }

  List<UUID> ids() {
    return Arrays.stream(places).mapToObj(at -> PackedRow.id(rows.row(at))).toList();
  }

  /** Where a ticket stands, or -1; {@code likely} is the row that it is expected to have. */
  int indexOf(int ticket, byte @Nullable [] likely) {
    int at = rows.indexOf(ticket, likely);
    return at < 0 ? -1 : Math.max(-1, Arrays.binarySearch(places, at));
  }
}
