package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packed rows in order. Immutable: a change makes another one, in one pass over a copy of
 * references.
 */
final class SortedRows {
  private final Order order;
  private final byte[][] rows;
  // Beside each row its ticket's ordinal, so that a set of them is found without a look at the row.
  private final int[] tickets;

  private SortedRows(Order order, byte[][] rows, int[] tickets) {
    this.order = order;
    this.rows = rows;
    this.tickets = tickets;
  }

  static SortedRows empty(Order order) {
    return new SortedRows(order, new byte[0][], new int[0]);
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
    return new SortedRows(order, rows, Stream.of(rows).mapToInt(PackedRow::ordinal).toArray());
  }

  int size() {
    return rows.length;
  }

  /** The ordinal of the ticket at a place. */
  int ticket(int place) {
    return tickets[place];
  }

  byte[] row(int place) {
    return rows[place];
  }

  List<TicketRow> window(int from, int to, Packing packing) {
    int start = Math.clamp(from, 0, rows.length);
    int end = Math.clamp(to, start, rows.length);
    return Arrays.stream(rows, start, end).map(packing::unpack).toList();
  }

  List<UUID> ids() {
    return Arrays.stream(rows).map(PackedRow::id).toList();
  }

  /** Where a ticket stands, or -1; {@code likely} is the row that it is expected to have. */
  int indexOf(int ticket, byte @Nullable [] likely) {
    int at = likely == null ? -1 : Arrays.binarySearch(rows, likely, order);
    if (at >= 0 && tickets[at] == ticket) {
      return at;
    }
    for (int i = 0; i < tickets.length; i++) {
      if (tickets[i] == ticket) {
        return i;
      }
    }
    return -1;
  }

  /**
   * These rows without {@code gone} (which are here) and with {@code added} (which are not). A row
   * that changes is in both.
   */
  SortedRows with(Collection<byte[]> gone, Collection<byte[]> added) {
    int[] holes = gone.stream().mapToInt(this::place).sorted().toArray();
    byte[][] more = added.toArray(byte[][]::new);
    order.sort(more);
    int size = rows.length - holes.length + more.length;
    SortedRows next = new SortedRows(order, new byte[size][], new int[size]);
    int from = 0;
    int to = 0;
    int hole = 0;
    for (byte[] row : more) {
      int before = insertionPoint(row);
      while (hole < holes.length && holes[hole] < before) {
        to = copy(from, holes[hole], next, to);
        from = holes[hole++] + 1;
      }
      to = copy(from, before, next, to);
      from = Math.max(from, before);
      next.rows[to] = row;
      next.tickets[to++] = PackedRow.ordinal(row);
    }
    while (hole < holes.length) {
      to = copy(from, holes[hole], next, to);
      from = holes[hole++] + 1;
    }
    copy(from, rows.length, next, to);
    return next;
  }

  private int copy(int from, int end, SortedRows target, int to) {
    if (end <= from) {
      return to;
    }
    System.arraycopy(rows, from, target.rows, to, end - from);
    System.arraycopy(tickets, from, target.tickets, to, end - from);
    return to + end - from;
  }

  private int place(byte[] row) {
    int at = Arrays.binarySearch(rows, row, order);
    if (at < 0) {
      throw new IllegalStateException("a row is not where it belongs: " + PackedRow.id(row));
    }
    return at;
  }

  private int insertionPoint(byte[] row) {
    int at = Arrays.binarySearch(rows, row, order);
    return at < 0 ? -at - 1 : at;
  }
}
