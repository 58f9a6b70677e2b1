package io.deskhand.sync.index;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A piece of {@link SortedRows}: rows in order, and beside each its ticket's ordinal. Immutable.
 */
final class SortedChunk {
  private final byte[][] rows;
  // A set of tickets is found by them without a look at the rows.
  private final int[] tickets;

  private SortedChunk(byte[][] rows, int[] tickets) {
    this.rows = rows;
    this.tickets = tickets;
  }

  /** The rows from {@code from} to {@code to} (exclusive) of {@code sorted}. */
  static SortedChunk of(byte[][] sorted, int from, int to) {
    byte[][] rows = Arrays.copyOfRange(sorted, from, to);
    return new SortedChunk(rows, Stream.of(rows).mapToInt(PackedRow::ordinal).toArray());
  }

  int size() {
    return rows.length;
  }

  byte[] row(int at) {
    return rows[at];
  }

  int ticket(int at) {
    return tickets[at];
  }

  byte[][] rows() {
    return rows;
  }

  /** As {@link Arrays#binarySearch}. */
  int search(byte[] row, Order order) {
    return Arrays.binarySearch(rows, row, order);
  }

  /** Where a ticket stands, wherever that is; or -1. */
  int indexOf(int ticket) {
    for (int at = 0; at < tickets.length; at++) {
      if (tickets[at] == ticket) {
        return at;
      }
    }
    return -1;
  }

  /** These rows without {@code gone} (which are here) and with {@code added}; both in order. */
  byte[][] with(byte[][] gone, byte[][] added, Order order) {
    byte[][] next = new byte[rows.length - gone.length + added.length][];
    int from = 0;
    int to = 0;
    int hole = 0;
    for (byte[] row : added) {
      int found = search(row, order);
      int before = found < 0 ? -found - 1 : found;
      for (; hole < gone.length && order.compare(gone[hole], row) < 0; hole++) {
        int end = place(gone[hole], order);
        to = copy(from, end, next, to);
        from = end + 1;
      }
      to = copy(from, before, next, to);
      from = Math.max(from, before);
      next[to++] = row;
    }
    for (; hole < gone.length; hole++) {
      int end = place(gone[hole], order);
      to = copy(from, end, next, to);
      from = end + 1;
    }
    copy(from, rows.length, next, to);
    return next;
  }

  private int place(byte[] row, Order order) {
    int at = search(row, order);
    if (at < 0) {
      throw new IllegalStateException("a row is not where it belongs: " + PackedRow.id(row));
    }
    return at;
  }

  private int copy(int from, int end, byte[][] target, int to) {
    if (end <= from) {
      return to;
    }
    System.arraycopy(rows, from, target, to, end - from);
    return to + end - from;
  }
}
