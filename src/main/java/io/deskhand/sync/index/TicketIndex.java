package io.deskhand.sync.index;

import io.deskhand.sync.Live;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.flow.Threads;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every ticket in memory, and the queues over them. Its own thread computes them; changes that come
 * while it is busy are folded into the next step, so that a flood of them costs one pass. A step
 * costs a binary search per changed row and one copy of references per queue. Thread-safe.
 */
public final class TicketIndex implements AutoCloseable {
  private final IndexParts parts;
  private final SerialThread thread;
  private final Ordinals ordinals;
  private final TextSearch search;
  private final AtomicBoolean searched = new AtomicBoolean();
  private final Map<List<TicketQuery>, Live<Map<TicketQuery, Integer>>> counts =
      new ConcurrentHashMap<>();
  private final Consumer<Throwable> failures;
  // Of the index's thread.
  private final List<IndexView> views = new ArrayList<>();
  // Rows that are not confirmed, and so not in the index of texts as they are.
  private final BitSet pending = new BitSet();
  // What was closed last, still followed: whoever types and goes back wants it again.
  private @Nullable IndexedQueue recent;
  private final Object gate = new Object();
  // Guarded by the gate: what is to come, empty for a removal.
  private Map<UUID, Optional<TicketRow>> waiting = new LinkedHashMap<>();

  /**
   * @param me whom "me" in a query means
   * @param ordinals the numbers that {@code search} answers with
   * @param search finds what is written in tickets and messages; tell {@link #searched} when it
   *     would find something else
   * @param threads where it computes
   * @param failures gets what nobody expected
   */
  public TicketIndex(
      UUID me,
      Ordinals ordinals,
      TextSearch search,
      Threads threads,
      Notifier notifier,
      Consumer<Throwable> failures) {
    this.parts = new IndexParts(me, new RowTable(ordinals), new Packing(), notifier);
    this.ordinals = ordinals;
    this.search = search;
    this.failures = failures;
    this.thread = threads.serial("deskhand-index", failures);
  }

  /** Takes rows over, an empty one for a ticket that is gone. Never waits. */
  public void update(Map<UUID, Optional<TicketRow>> changed) {
    synchronized (gate) {
      boolean first = waiting.isEmpty();
      waiting.putAll(changed);
      if (!first || waiting.isEmpty()) {
        return;
      }
    }
    thread.execute(this::step);
  }

  /** The rows that fit {@code query}; empty, at revision 0, until they have been computed. */
  public LiveQueue queue(TicketQuery query) {
    if (!query.text().isBlank()) {
      return found(query);
    }
    IndexedQueue queue = new IndexedQueue(query, parts, this::forget);
    thread.execute(() -> add(queue));
    return queue;
  }

  private LiveQueue found(TicketQuery query) {
    IndexedQueue base = new IndexedQueue(query.withText(""), parts, this::forget);
    FoundQueue queue = new FoundQueue(base, query.text(), this::find, parts, this::forget);
    thread.execute(() -> add(base));
    thread.execute(() -> addFound(queue));
    return queue;
  }

  /** What {@link TextSearch} finds has changed. */
  public void searched() {
    if (searched.compareAndSet(false, true)) {
      thread.execute(this::searchAgain);
    }
  }

  private void searchAgain() {
    searched.set(false);
    for (IndexView view : List.copyOf(views)) {
      if (view instanceof FoundQueue queue && !queue.isClosed()) {
        queue.fill(parts.rows());
      }
    }
  }

  private FoundQueue.Found find(String text) {
    Words words = Words.of(text);
    BitSet indexed = search.find(text);
    BitSet found = indexed == null ? new BitSet() : (BitSet) indexed.clone();
    RowTable.Visitor look =
        (ordinal, row) -> {
          if (words.fit(parts.packing(), row)) {
            found.set(ordinal);
          }
        };
    if (indexed == null) {
      parts.rows().each(look);
    } else {
      pending.stream().forEach(ordinal -> look.row(ordinal, pendingRow(ordinal)));
    }
    return new FoundQueue.Found(found, indexed == null);
  }

  private byte[] pendingRow(int ordinal) {
    return Objects.requireNonNull(parts.rows().get(ordinal), "what is pending is there");
  }

  /** How many rows fit each query; 0 until they have been counted. The same for the same list. */
  public Live<Map<TicketQuery, Integer>> counts(List<TicketQuery> queries) {
    return counts.computeIfAbsent(List.copyOf(queries), this::count);
  }

  private Live<Map<TicketQuery, Integer>> count(List<TicketQuery> queries) {
    Map<TicketQuery, Filter> filters = new HashMap<>();
    Map<TicketQuery, Integer> none = new HashMap<>();
    queries.forEach(query -> filters.put(query, new Filter(query, parts.me(), parts.packing())));
    queries.forEach(query -> none.put(query, 0));
    LiveCell<Map<TicketQuery, Integer>> live = new LiveCell<>(Map.copyOf(none), parts.notifier());
    thread.execute(() -> add(new Counts(filters, live)));
    return live;
  }

  @Override
  public void close() {
    thread.close();
  }

  private void add(IndexView view) {
    view.fill(parts.rows());
    views.add(view);
  }

  private void add(IndexedQueue queue) {
    // Whoever types fast has closed it before its turn came.
    if (queue.isClosed()) {
      return;
    }
    Optional<IndexedQueue> twin =
        views.stream()
            .filter(IndexedQueue.class::isInstance)
            .map(IndexedQueue.class::cast)
            .filter(other -> other.query().equals(queue.query()))
            .findFirst();
    twin.ifPresentOrElse(queue::fillFrom, () -> queue.fill(parts.rows()));
    views.add(queue);
  }

  private void addFound(FoundQueue queue) {
    if (!queue.isClosed()) {
      add((IndexView) queue);
    }
  }

  private void forget(IndexedQueue queue) {
    thread.execute(
        () -> {
          if (views.remove(queue)) {
            views.remove(recent);
            recent = new IndexedQueue(queue.query(), parts, this::forget);
            recent.fillFrom(queue);
            views.add(recent);
          }
        });
  }

  private void forget(FoundQueue queue) {
    queue.base().close();
    thread.execute(() -> views.remove(queue));
  }

  private void step() {
    Map<UUID, Optional<TicketRow>> changed;
    synchronized (gate) {
      changed = waiting;
      waiting = new LinkedHashMap<>();
    }
    List<Deltas.Delta> deltas = new ArrayList<>(changed.size());
    changed.forEach((id, row) -> take(ordinals.of(id), row.orElse(null), deltas));
    Deltas step = new Deltas(deltas);
    views.forEach(view -> follow(view, step));
  }

  private void take(int ordinal, @Nullable TicketRow row, List<Deltas.Delta> deltas) {
    byte[] after = row == null ? null : parts.packing().pack(ordinal, row);
    byte[] before = parts.rows().set(ordinal, after);
    pending.set(ordinal, row != null && row.pending());
    if (before != null || after != null) {
      deltas.add(new Deltas.Delta(ordinal, before, after));
    }
  }

  private void follow(IndexView view, Deltas step) {
    try {
      view.change(step);
    } catch (RuntimeException failure) {
      failures.accept(failure);
      view.fill(parts.rows());
    }
  }
}
