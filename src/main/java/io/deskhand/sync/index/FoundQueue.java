package io.deskhand.sync.index;

import io.deskhand.sync.Live;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.flow.LiveCell;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a text finds within another queue, in its order: so nothing is sorted again while somebody
 * types. Changed on the index's thread only, read on any.
 */
final class FoundQueue implements LiveQueue, IndexView {
  private final IndexedQueue base;
  private final String text;
  private final Words words;
  private final Function<String, Found> search;
  private final IndexParts index;
  private final Consumer<FoundQueue> onClose;
  private final LiveCell<Long> revision;
  private volatile NarrowedRows rows;
  private volatile boolean closed;
  // Of the index's thread.
  private Found found = new Found(new BitSet(), true);
  private @Nullable SortedRows within;

  /**
   * The tickets that a text has found.
   *
   * @param byRows row by row, and not in the index of all texts
   */
  record Found(BitSet tickets, boolean byRows) {}

  FoundQueue(
      IndexedQueue base,
      String text,
      Function<String, Found> search,
      IndexParts index,
      Consumer<FoundQueue> onClose) {
    this.base = base;
    this.text = text;
    this.words = Words.of(text);
    this.search = search;
    this.index = index;
    this.onClose = onClose;
    this.revision = new LiveCell<>(0L, index.notifier());
    this.rows = NarrowedRows.of(base.sorted(), found.tickets());
  }

  IndexedQueue base() {
    return base;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void fill(RowTable all) {
    found = search.apply(text);
    narrow();
  }

  /** The base comes before this, and has followed the step. */
  @Override
  public void change(Deltas deltas) {
    for (Deltas.Delta delta : deltas.list()) {
      byte[] after = delta.after();
      if (after != null) {
        look(delta.ordinal(), after);
      }
    }
    if (base.sorted() != within) {
      narrow();
    }
  }

  /** What a row says itself counts at once; the index of all texts comes to it a little later. */
  private void look(int ticket, byte[] row) {
    if (words.fit(index.packing(), row)) {
      found.tickets().set(ticket);
    } else if (found.byRows()) {
      found.tickets().clear(ticket);
    }
  }

  private void narrow() {
    SortedRows sorted = base.sorted();
    within = sorted;
    rows = NarrowedRows.of(sorted, found.tickets());
    revision.set(revision.get() + 1);
  }

  @Override
  public Live<Long> revision() {
    return revision;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public List<TicketRow> rows(int from, int to) {
    return rows.window(from, to, index.packing());
  }

  @Override
  public int indexOf(UUID ticketId) {
    int ticket = index.rows().ordinal(ticketId);
    return ticket < 0 ? -1 : rows.indexOf(ticket, index.rows().get(ticket));
  }

  @Override
  public List<UUID> ids() {
    return rows.ids();
  }

  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
  }
}
