package io.deskhand.sync.index;

import io.deskhand.sync.Live;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A queue over the index: changed on the index's thread only, read on any. */
final class IndexedQueue implements LiveQueue, IndexView {
  private final TicketQuery query;
  private final Ordinals ordinals;
  private final Predicate<TicketRow> filter;
  private final Comparator<TicketRow> order;
  private final Function<UUID, @Nullable TicketRow> lookup;
  private final Consumer<IndexedQueue> onClose;
  private final LiveCell<Long> revision;
  private volatile SortedRows rows;
  private volatile boolean closed;

  IndexedQueue(
      TicketQuery query,
      UUID me,
      Ordinals ordinals,
      Function<UUID, @Nullable TicketRow> lookup,
      Notifier notifier,
      Consumer<IndexedQueue> onClose) {
    this.query = query;
    this.ordinals = ordinals;
    this.filter = new Filter(query, me);
    this.order = Order.of(query.order());
    this.lookup = lookup;
    this.onClose = onClose;
    this.revision = new LiveCell<>(0L, notifier);
    this.rows = SortedRows.of(List.of(), order, ordinals);
  }

  @Override
  public void fill(Collection<TicketRow> all) {
    publish(SortedRows.of(all.stream().filter(filter).toList(), order, ordinals));
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
    List<TicketRow> gone = new ArrayList<>();
    List<TicketRow> added = new ArrayList<>();
    for (Deltas.Delta delta : deltas.list()) {
      if (delta.before() != null && filter.test(delta.before())) {
        gone.add(delta.before());
      }
      if (delta.after() != null && filter.test(delta.after())) {
        added.add(delta.after());
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
    return rows.window(from, to);
  }

  @Override
  public int indexOf(UUID ticketId) {
    return rows.indexOf(ticketId, lookup.apply(ticketId));
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
