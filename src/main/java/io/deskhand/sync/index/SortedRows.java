package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packed rows in order, in chunks. Immutable: a change makes another one, which shares the chunks
 * that it leaves alone. One array for all would be megabytes for each change among a million.
 */
final class SortedRows {
  /** So many rows a chunk begins with; twice as many, and it is split. */
  private static final int CHUNK = 2_048;

  private final Order order;
  private final SortedChunk[] chunks;
  // The place of each chunk's first row; and at the end how many rows there are.
  private final int[] starts;

  private SortedRows(Order order, List<SortedChunk> chunks) {
    this.order = order;
    this.chunks = chunks.toArray(SortedChunk[]::new);
    this.starts = new int[chunks.size() + 1];
    for (int n = 0; n < chunks.size(); n++) {
      starts[n + 1] = starts[n] + chunks.get(n).size();
    }
  }

  /** Something done with each place. */
  interface Visitor {
    void place(int place, int ticket);
  }

  static SortedRows empty(Order order) {
    return new SortedRows(order, List.of());
  }

  /** Those of {@code all} that fit. */
  static SortedRows of(RowTable all, Predicate<byte[]> filter, Order order) {
    List<byte[]> fitting = new ArrayList<>();
    all.each(
        (ordinal, row) -> {
          if (filter.test(row)) {
            fitting.add(row);
          }
        });
    byte[][] rows = fitting.toArray(byte[][]::new);
    order.sort(rows);
    List<SortedChunk> chunks = new ArrayList<>();
    split(rows, chunks);
    return new SortedRows(order, chunks);
  }

  int size() {
    return starts[chunks.length];
  }

  byte[] row(int place) {
    int chunk = chunkAt(place);
    return chunks[chunk].row(place - starts[chunk]);
  }

  /** Visits every place, in order, with the ordinal of the ticket that stands there. */
  void each(Visitor visitor) {
    for (int n = 0; n < chunks.length; n++) {
      SortedChunk chunk = chunks[n];
      int size = chunk.size();
      for (int at = 0; at < size; at++) {
        visitor.place(starts[n] + at, chunk.ticket(at));
      }
    }
  }

  List<TicketRow> window(int from, int to, Packing packing) {
    int start = Math.clamp(from, 0, size());
    int end = Math.clamp(to, start, size());
    return IntStream.range(start, end).mapToObj(this::row).map(packing::unpack).toList();
  }

  List<UUID> ids() {
    return Arrays.stream(chunks)
        .flatMap(chunk -> Arrays.stream(chunk.rows()))
        .map(PackedRow::id)
        .toList();
  }

  /** Where a ticket stands, or -1; {@code likely} is the row that it is expected to have. */
  int indexOf(int ticket, byte @Nullable [] likely) {
    if (likely != null && chunks.length > 0) {
      int chunk = chunkOf(likely);
      int at = chunks[chunk].search(likely, order);
      if (at >= 0 && chunks[chunk].ticket(at) == ticket) {
        return starts[chunk] + at;
      }
    }
    for (int n = 0; n < chunks.length; n++) {
      int at = chunks[n].indexOf(ticket);
      if (at >= 0) {
        return starts[n] + at;
      }
    }
    return -1;
  }

  /**
   * These rows without {@code gone} (which are here) and with {@code added} (which are not). A row
   * that changes is in both.
   */
  SortedRows with(Collection<byte[]> gone, Collection<byte[]> added) {
    byte[][] less = sorted(gone);
    byte[][] more = sorted(added);
    List<SortedChunk> next = new ArrayList<>(chunks.length + 1);
    int lessFrom = 0;
    int moreFrom = 0;
    for (int n = 0; n < chunks.length; n++) {
      int lessTo = end(less, lessFrom, n);
      int moreTo = end(more, moreFrom, n);
      if (lessFrom == lessTo && moreFrom == moreTo) {
        next.add(chunks[n]);
      } else {
        byte[][] rows =
            chunks[n].with(
                Arrays.copyOfRange(less, lessFrom, lessTo),
                Arrays.copyOfRange(more, moreFrom, moreTo),
                order);
        split(joined(next, rows), next);
      }
      lessFrom = lessTo;
      moreFrom = moreTo;
    }
    if (chunks.length == 0) {
      split(more, next);
    }
    return new SortedRows(order, next);
  }

  private byte[][] sorted(Collection<byte[]> some) {
    byte[][] rows = some.toArray(byte[][]::new);
    order.sort(rows);
    return rows;
  }

  /** Where, from {@code from} on, the rows end that belong into chunk {@code n}. */
  private int end(byte[][] rows, int from, int n) {
    if (n + 1 == chunks.length) {
      return rows.length;
    }
    byte[] bound = chunks[n + 1].row(0);
    int end = from;
    while (end < rows.length && order.compare(rows[end], bound) < 0) {
      end++;
    }
    return end;
  }

  /** What has become small goes together with the chunk before it, which it takes out. */
  private static byte[][] joined(List<SortedChunk> before, byte[][] rows) {
    if (before.isEmpty() || before.getLast().size() + rows.length > CHUNK) {
      return rows;
    }
    return Stream.concat(Arrays.stream(before.removeLast().rows()), Arrays.stream(rows))
        .toArray(byte[][]::new);
  }

  private static void split(byte[][] rows, List<SortedChunk> target) {
    int step = rows.length < 2 * CHUNK ? Math.max(1, rows.length) : CHUNK;
    for (int from = 0; from < rows.length; from += step) {
      target.add(SortedChunk.of(rows, from, Math.min(rows.length, from + step)));
    }
  }

  private int chunkAt(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found < 0 ? -found - 2 : found;
  }

  /** The chunk that a row belongs into; there is one. */
  private int chunkOf(byte[] row) {
    int from = 0;
    int to = chunks.length;
    while (to - from > 1) {
      int middle = (from + to) / 2;
      if (order.compare(chunks[middle].row(0), row) <= 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
