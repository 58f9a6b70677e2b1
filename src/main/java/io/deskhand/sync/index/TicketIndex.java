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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Every ticket in memory, and the queues over them. Its own thread computes them; changes that come
 * while it is busy are folded into the next step, so that a flood of them costs one pass. A step
 * costs a binary search per changed row and one copy of references per queue. Thread-safe.
 */
public final class TicketIndex implements AutoCloseable {
  private final UUID me;
  private final Notifier notifier;
  private final SerialThread thread;
  private final Map<UUID, TicketRow> rows = new ConcurrentHashMap<>();
  private final Map<List<TicketQuery>, Live<Map<TicketQuery, Integer>>> counts =
      new ConcurrentHashMap<>();
  private final Consumer<Throwable> failures;
  // Of the index's thread.
  private final List<IndexView> views = new ArrayList<>();
  private final Object gate = new Object();
  // Guarded by the gate: what is to come, empty for a removal.
  private Map<UUID, Optional<TicketRow>> waiting = new LinkedHashMap<>();

  /**
   * @param me whom "me" in a query means
   * @param threads where it computes
   * @param failures gets what nobody expected
   */
  public TicketIndex(UUID me, Threads threads, Notifier notifier, Consumer<Throwable> failures) {
    this.me = me;
    this.notifier = notifier;
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
    IndexedQueue queue =
        new IndexedQueue(
            new Filter(query, me), Order.of(query.order()), rows::get, notifier, this::forget);
    thread.execute(() -> add(queue));
    return queue;
  }

  /** How many rows fit each query; 0 until they have been counted. The same for the same list. */
  public Live<Map<TicketQuery, Integer>> counts(List<TicketQuery> queries) {
    return counts.computeIfAbsent(List.copyOf(queries), this::count);
  }

  private Live<Map<TicketQuery, Integer>> count(List<TicketQuery> queries) {
    Map<TicketQuery, Filter> filters = new HashMap<>();
    Map<TicketQuery, Integer> none = new HashMap<>();
    queries.forEach(query -> filters.put(query, new Filter(query, me)));
    queries.forEach(query -> none.put(query, 0));
    LiveCell<Map<TicketQuery, Integer>> live = new LiveCell<>(Map.copyOf(none), notifier);
    thread.execute(() -> add(new Counts(filters, live)));
    return live;
  }

  @Override
  public void close() {
    thread.close();
  }

  private void add(IndexView view) {
    view.fill(rows.values());
    views.add(view);
  }

  private void forget(IndexView view) {
    thread.execute(() -> views.remove(view));
  }

  private void step() {
    Map<UUID, Optional<TicketRow>> changed;
    synchronized (gate) {
      changed = waiting;
      waiting = new LinkedHashMap<>();
    }
    List<Deltas.Delta> deltas = new ArrayList<>(changed.size());
    changed.forEach(
        (id, after) -> {
          TicketRow next = after.orElse(null);
          TicketRow before = next == null ? rows.remove(id) : rows.put(id, next);
          if (before != null || next != null) {
            deltas.add(new Deltas.Delta(before, next));
          }
        });
    Deltas step = new Deltas(deltas);
    views.forEach(view -> follow(view, step));
  }

  private void follow(IndexView view, Deltas step) {
    try {
      view.change(step);
    } catch (RuntimeException failure) {
      failures.accept(failure);
      view.fill(rows.values());
    }
  }
}
