package io.deskhand.server.index;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import io.deskhand.server.store.TicketOrder;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The first rows in an order, found in one pass: a heap of the best so far with the worst of them
 * on top. Rows are mostly made in the order of time, so that the pass goes the way in which the
 * best come first, and hardly any row gets into the heap after that.
 */
final class FirstRows {
  private final RowOrder order;
  private final int[] heap;
  private int size = 0;

  /** The rank of the row on top. */
  private long worst = 0;

  private FirstRows(RowOrder order, int most) {
    this.order = order;
    this.heap = new int[most];
  }

  /** At most {@code most} of {@code rows} after {@code place} (null: from the first), in order. */
  static int[] of(FixedBitSet rows, RowOrder order, int most, TicketOrder.@Nullable Place place) {
    FirstRows first = new FirstRows(order, Math.min(most, rows.cardinality()));
    if (first.heap.length > 0) {
      first.pass(rows, place);
    }
    return first.sorted();
  }

  private void pass(FixedBitSet rows, TicketOrder.@Nullable Place place) {
    if (order.isDescending()) {
      int row = rows.prevSetBit(rows.length() - 1);
      while (row >= 0) {
        offer(row, place);
        row = row == 0 ? -1 : rows.prevSetBit(row - 1);
      }
    } else {
      for (int row = rows.nextSetBit(0); row != NO_MORE_DOCS; row = Bits.next(rows, row)) {
        offer(row, place);
      }
    }
  }

  private void offer(int row, TicketOrder.@Nullable Place place) {
    long rank = order.rank(row);
    boolean full = size == heap.length;
    if (full && (rank > worst || (rank == worst && order.compareIds(row, heap[0]) >= 0))) {
      return;
    }
    if (place != null && !order.isAfter(row, place)) {
      return;
    }
    if (size < heap.length) {
      up(row);
    } else {
      down(row, size);
    }
    worst = order.rank(heap[0]);
  }

  private void up(int row) {
    int at = size++;
    while (at > 0 && order.compare(row, heap[(at - 1) / 2]) > 0) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = row;
  }

  /** Puts {@code row} in the place of the worst, in a heap of {@code end} rows. */
  private void down(int row, int end) {
    int at = 0;
    for (int child = 1; child < end; child = 2 * at + 1) {
      if (child + 1 < end && order.compare(heap[child + 1], heap[child]) > 0) {
        child++;
      }
      if (order.compare(row, heap[child]) >= 0) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = row;
  }

  private int[] sorted() {
    for (int end = size - 1; end > 0; end--) {
      int worst = heap[0];
      down(heap[end], end);
      heap[end] = worst;
    }
    return size == heap.length ? heap : Arrays.copyOf(heap, size);
  }
}
