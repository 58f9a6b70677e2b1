package io.deskhand.server.index;

import io.deskhand.server.store.TicketOrder;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The first rows in an order, found in one pass: a heap of the best so far with the worst of them
 * on top. Rows are mostly made in the order of time, so that the pass goes the way in which the
 * best come first, and hardly any row gets into the heap after that: 64 of them are passed over at
 * once where none can.
 */
final class FirstRows {
  private static final int ROW_BITS = 6;
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
    long[] words = rows.getBits();
    int end = FixedBitSet.bits2words(rows.length());
    for (int n = 0; n < end; n++) {
      int word = order.isDescending() ? end - 1 - n : n;
      if (words[word] != 0 && isWorthALook(word, words[word])) {
        look(word, words[word], place);
      }
    }
  }

  /** Whether one of the rows {@code bits} of {@code word} may be among the first. */
  private boolean isWorthALook(int word, long bits) {
    if (size < heap.length) {
      return true;
    }
    long best = order.best(word, bits);
    return best < worst || (best == worst && order.mayPrecede(word, heap[0]));
  }

  private void look(int word, long bits, TicketOrder.@Nullable Place place) {
    int first = word << ROW_BITS;
    long left = bits;
    while (left != 0) {
      int bit =
          order.isDescending()
              ? Long.SIZE - 1 - Long.numberOfLeadingZeros(left)
              : Long.numberOfTrailingZeros(left);
      left ^= 1L << bit;
      offer(first + bit, place);
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
