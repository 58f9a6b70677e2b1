package io.deskhand.sync.index;

import io.deskhand.sync.Live;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.flow.LiveCell;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A queue over the index: changed on the index's thread only, read on any. */
final class IndexedQueue implements LiveQueue, IndexView {
  private final TicketQuery query;
  private final IndexParts index;
  private final Predicate<byte[]> filter;
  private final Consumer<IndexedQueue> onClose;
  private final LiveCell<Long> revision;
  private volatile SortedRows rows;
  private volatile boolean closed;

  IndexedQueue(TicketQuery query, IndexParts index, Consumer<IndexedQueue> onClose) {
    this.query = query;
    this.index = index;
    this.filter = new Filter(query, index.me(), index.packing());
    this.onClose = onClose;
    this.revision = new LiveCell<>(0L, index.notifier());
    this.rows = SortedRows.empty(new Order(query.order(), index.packing()));
  }

  @Override
  public void fill(RowTable all) {
    publish(SortedRows.of(all, filter, new Order(query.order(), index.packing())));
  }

  /** Starts with what another queue of the same query has. */
  void fillFrom(IndexedQueue twin) {
    publish(twin.rows);
  }

  TicketQuery query() {
    return query;
  }

  SortedRows sorted() {
    return rows;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void change(Deltas deltas) {
    List<byte[]> gone = new ArrayList<>();
    List<byte[]> added = new ArrayList<>();
    for (Deltas.Delta delta : deltas.list()) {
      byte[] before = delta.before();
      byte[] after = delta.after();
      if (before != null && filter.test(before)) {
        gone.add(before);
      }
      if (after != null && filter.test(after)) {
        added.add(after);
      }
    }
    if (!gone.isEmpty() || !added.isEmpty()) {
      publish(rows.with(gone, added));
    }
  }

  private void publish(SortedRows next) {
    rows = next;
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
