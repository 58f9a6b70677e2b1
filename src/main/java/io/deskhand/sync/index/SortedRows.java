package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in order. Immutable: a change makes another one, in one pass over a copy of references. */
final class SortedRows {
  private final Comparator<TicketRow> order;
  private final Ordinals ordinals;
  private final TicketRow[] rows;
  // Beside each row its ticket's ordinal, so that a set of them is found without a look at the row.
  private final int[] tickets;

  private SortedRows(
      Comparator<TicketRow> order, Ordinals ordinals, TicketRow[] rows, int[] tickets) {
    this.order = order;
    this.ordinals = ordinals;
    this.rows = rows;
    this.tickets = tickets;
  }

  static SortedRows of(
      Collection<TicketRow> unsorted, Comparator<TicketRow> order, Ordinals ordinals) {
    TicketRow[] rows = unsorted.toArray(TicketRow[]::new);
    Arrays.sort(rows, order);
    int[] tickets = Arrays.stream(rows).mapToInt(row -> ordinals.of(row.ticket().id())).toArray();
    return new SortedRows(order, ordinals, rows, tickets);
  }

  /** Those of the tickets in {@code wanted}. */
  SortedRows only(BitSet wanted) {
    int count = 0;
    int[] places = new int[Math.min(rows.length, wanted.cardinality())];
    for (int at = 0; at < tickets.length && count < places.length; at++) {
      if (wanted.get(tickets[at])) {
        places[count++] = at;
      }
    }
    TicketRow[] foundRows = new TicketRow[count];
    int[] foundTickets = new int[count];
    for (int n = 0; n < count; n++) {
      foundRows[n] = rows[places[n]];
      foundTickets[n] = tickets[places[n]];
    }
    return new SortedRows(order, ordinals, foundRows, foundTickets);
  }

  int size() {
    return rows.length;
  }

  List<TicketRow> window(int from, int to) {
    int start = Math.clamp(from, 0, rows.length);
    int end = Math.clamp(to, start, rows.length);
    return List.of(Arrays.copyOfRange(rows, start, end));
  }

  List<UUID> ids() {
    return Arrays.stream(rows).map(row -> row.ticket().id()).toList();
  }

  /** Where {@code id} stands, or -1; {@code likely} is the row that it is expected to have. */
  int indexOf(UUID id, @Nullable TicketRow likely) {
    int at = likely == null ? -1 : Arrays.binarySearch(rows, likely, order);
    if (at >= 0 && rows[at].ticket().id().equals(id)) {
      return at;
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].ticket().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * These rows without {@code gone} (which are here) and with {@code added} (which are not). A row
   * that changes is in both.
   */
  SortedRows with(Collection<TicketRow> gone, Collection<TicketRow> added) {
    int[] holes = gone.stream().mapToInt(this::place).sorted().toArray();
    TicketRow[] more = added.toArray(TicketRow[]::new);
    Arrays.sort(more, order);
    SortedRows next = empty(rows.length - holes.length + more.length);
    int from = 0;
    int to = 0;
    int hole = 0;
    for (TicketRow row : more) {
      int before = insertionPoint(row);
      while (hole < holes.length && holes[hole] < before) {
        to = copy(from, holes[hole], next, to);
        from = holes[hole++] + 1;
      }
      to = copy(from, before, next, to);
      from = Math.max(from, before);
      next.rows[to] = row;
      next.tickets[to++] = ordinals.of(row.ticket().id());
    }
    while (hole < holes.length) {
      to = copy(from, holes[hole], next, to);
      from = holes[hole++] + 1;
    }
    copy(from, rows.length, next, to);
    return next;
  }

  private SortedRows empty(int size) {
    return new SortedRows(order, ordinals, new TicketRow[size], new int[size]);
  }

  private int copy(int from, int end, SortedRows target, int to) {
    if (end <= from) {
      return to;
    }
    System.arraycopy(rows, from, target.rows, to, end - from);
    System.arraycopy(tickets, from, target.tickets, to, end - from);
    return to + end - from;
  }

  private int place(TicketRow row) {
    int at = Arrays.binarySearch(rows, row, order);
    if (at < 0) {
      throw new IllegalStateException("a row is not where it belongs: " + row.ticket().id());
    }
    return at;
  }

  private int insertionPoint(TicketRow row) {
    int at = Arrays.binarySearch(rows, row, order);
    return at < 0 ? -at - 1 : at;
  }
}
