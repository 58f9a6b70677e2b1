package io.deskhand.sync.engine;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.SeenStore.Seen;
import io.deskhand.sync.cache.SnapshotProgress;
import io.deskhand.sync.index.Ordinals;
import io.deskhand.sync.outbox.Confirmation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The confirmed copy: on disk, and of its tickets only the versions in memory. A step is on disk
 * first, and then here. Of the engine's thread.
 */
final class ConfirmedCopy implements Confirmation {
  private static final int FIRST_PAGE = 500;
  private final Versions tickets;
  private final RecentTickets recent = new RecentTickets();
  private final Map<UUID, Agent> agents = new HashMap<>();
  private final Map<UUID, Department> departments = new HashMap<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private Loading loading = Loading.WHOLE;
  private int onDisk;
  // What the tickets in memory add up to.
  private long terms;
  // The last ticket that was read of what is being loaded; null before the first.
  private @Nullable UUID reached;
  private ConfirmedStore store;

  /** What of the tickets is read next. */
  private enum Loading {
    ACTIVE,
    ALL,
    WHOLE;

    Loading next() {
      return this == ACTIVE ? ALL : WHOLE;
    }
  }

  /**
   * @param ordinals the numbers of tickets
   */
  ConfirmedCopy(ConfirmedStore store, Ordinals ordinals) {
    this.store = store;
    this.tickets = new Versions(ordinals);
  }

  /** Reads what is on disk, of the tickets only some that need work: {@link #loadMore} the rest. */
  void load() {
    onDisk = store.tickets().count();
    loading = Loading.ACTIVE;
    while (tickets.size() < FIRST_PAGE && !isWhole()) {
      loadMore(FIRST_PAGE);
    }
    loadDesk();
  }

  /** Whether every ticket has been read. */
  boolean isWhole() {
    return loading == Loading.WHOLE;
  }

  /**
   * Reads about {@code limit} more of the tickets: those that need work first, and the newest
   * first.
   *
   * @return those that had not been read before
   */
  List<UUID> loadMore(int limit) {
    List<Ticket> page =
        switch (loading) {
          case ACTIVE -> store.tickets().activeBefore(reached, limit);
          case ALL -> store.tickets().before(reached, limit);
          case WHOLE -> List.of();
        };
    List<UUID> added = new ArrayList<>();
    for (Ticket ticket : page) {
      if (tickets.of(ticket.id()) == Versions.NONE) {
        take(ticket);
        added.add(ticket.id());
      }
    }
    if (page.size() == limit) {
      reached = page.getLast().id();
    } else {
      reached = null;
      loading = loading.next();
    }
    return added;
  }

  private void loadDesk() {
    agents.clear();
    departments.clear();
    categories.clear();
    store.agents().forEach(agent -> agents.put(agent.id(), agent));
    store.departments().forEach(department -> departments.put(department.id(), department));
    store.categories().forEach(category -> categories.put(category.key(), category));
  }

  /**
   * Starts over on another, empty file.
   *
   * @return the tickets that were here
   */
  Set<UUID> replace(ConfirmedStore empty) {
    Set<UUID> gone = new HashSet<>(tickets.ids());
    store = empty;
    loading = Loading.WHOLE;
    reached = null;
    terms = 0;
    tickets.clear();
    recent.clear();
    agents.clear();
    departments.clear();
    categories.clear();
    return gone;
  }

  ConfirmedStore store() {
    return store;
  }

  @Override
  public @Nullable Ticket ticket(UUID id) {
    Ticket here = recent.get(id);
    if (here != null || (isWhole() && tickets.of(id) == Versions.NONE)) {
      return here;
    }
    return store.tickets().find(id).map(recent::put).orElse(null);
  }

  @Override
  public @Nullable Agent agent(UUID id) {
    return agents.get(id);
  }

  @Override
  public boolean hasMessage(UUID messageId) {
    return store.conversations().has(messageId);
  }

  Collection<UUID> ticketIds() {
    return tickets.ids();
  }

  /** How many tickets have been read. */
  int size() {
    return tickets.size();
  }

  /** How many there are here, read or only on disk. */
  int total() {
    return isWhole() ? tickets.size() : Math.max(onDisk, tickets.size());
  }

  /**
   * What the tickets add up to, at {@code head}; only once all of them {@link #isWhole are here}.
   */
  ScopeChecksum checksum(long head) {
    return ScopeChecksum.of(head, tickets.size(), terms);
  }

  Collection<Agent> agents() {
    return agents.values();
  }

  Collection<Department> departments() {
    return departments.values();
  }

  List<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** Applies whole transactions of the log that the copy follows. */
  Effects apply(Batch batch, Map<UUID, Seen> unread, Position next) {
    dropStale(batch);
    store.apply(batch, unread, next);
    return take(batch);
  }

  /** Applies a page of a snapshot. */
  Effects applyPage(Batch page, SnapshotProgress progress) {
    store.applyPage(page, progress);
    return take(page);
  }

  /** Ends a snapshot; what it has not brought goes. */
  Set<UUID> finish(SnapshotProgress progress) {
    Set<UUID> gone = new HashSet<>(store.finishSnapshot(progress));
    gone.forEach(this::drop);
    loadDesk();
    return gone;
  }

  /** Rows of a replay may be older than what a snapshot brought: versions never go back. */
  private void dropStale(Batch batch) {
    batch
        .tickets()
        .entrySet()
        .removeIf(
            row ->
                !batch.purged().contains(row.getKey())
                    && row.getValue().filter(this::isStale).isPresent());
    batch
        .agents()
        .values()
        .removeIf(row -> row.filter(agent -> isOld(agents.get(agent.id()), agent)).isPresent());
  }

  private boolean isStale(Ticket ticket) {
    long here = tickets.of(ticket.id());
    if (here == Versions.NONE && !isWhole()) {
      here = store.tickets().find(ticket.id()).map(Ticket::version).orElse(Versions.NONE);
    }
    return here > ticket.version();
  }

  private static boolean isOld(@Nullable Agent here, Agent agent) {
    return here != null && here.version() > agent.version();
  }

  private Effects take(Batch batch) {
    batch.tickets().forEach((id, row) -> row.ifPresentOrElse(this::take, () -> drop(id)));
    batch.agents().forEach((id, row) -> put(agents, id, row));
    batch.departments().forEach((id, row) -> put(departments, id, row));
    batch.categories().forEach((key, row) -> put(categories, key, row));
    return new Effects(Set.copyOf(batch.tickets().keySet()), batch);
  }

  private void take(Ticket ticket) {
    terms += ScopeChecksum.term(ticket.id(), ticket.version()) - term(ticket.id());
    tickets.put(ticket.id(), ticket.version());
    recent.put(ticket);
  }

  private void drop(UUID id) {
    terms -= term(id);
    tickets.remove(id);
    recent.remove(id);
  }

  private long term(UUID id) {
    long version = tickets.of(id);
    return version == Versions.NONE ? 0 : ScopeChecksum.term(id, version);
  }

  private static <K, V> void put(Map<K, V> map, K key, Optional<V> value) {
    value.ifPresentOrElse(row -> map.put(key, row), () -> map.remove(key));
  }
}
