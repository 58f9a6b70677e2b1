package io.deskhand.sync.outbox;

import io.deskhand.model.Ticket;
import io.deskhand.sync.Live;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.cache.OutboxStore;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every intent that has not been confirmed. Of the engine's thread; the disk is written by the
 * journal's, in the same order.
 */
public final class Outbox {
  private final OutboxStore store;
  private final SerialThread owner;
  private final SerialThread journal;
  private final Consumer<Collection<UUID>> changed;
  private final Function<UUID, @Nullable Ticket> tickets;
  private final LiveCell<List<PendingIntent>> live;
  private final TreeMap<Long, StoredIntent> byNumber = new TreeMap<>();
  private final Map<UUID, Long> numbers = new HashMap<>();
  private final Map<UUID, TreeMap<Long, UUID>> byTicket = new HashMap<>();
  private Consumer<StoredIntent> removed = intent -> {};
  private long lastNumber;

  /**
   * @param tickets finds a ticket as the server has it
   * @param changed told which tickets' intents have changed
   */
  public Outbox(
      OutboxStore store,
      SerialThread owner,
      SerialThread journal,
      Notifier notifier,
      Function<UUID, @Nullable Ticket> tickets,
      Consumer<Collection<UUID>> changed) {
    this.store = store;
    this.owner = owner;
    this.journal = journal;
    this.tickets = tickets;
    this.changed = changed;
    this.live = new LiveCell<>(List.of(), notifier);
  }

  /** Takes over what is on disk; {@code unreadable} is told of what cannot be. */
  public void load(Consumer<String> unreadable) {
    lastNumber = store.lastNumber();
    store.all(unreadable).forEach(this::keep);
    publish();
  }

  /** Calls {@code listener} with each intent that is taken out. */
  public void onRemoved(Consumer<StoredIntent> listener) {
    removed = listener;
  }

  public Live<List<PendingIntent>> live() {
    return live;
  }

  public int size() {
    return byNumber.size();
  }

  /** All of them, oldest first. */
  public List<StoredIntent> all() {
    return List.copyOf(byNumber.values());
  }

  public Optional<StoredIntent> find(UUID id) {
    Long number = numbers.get(id);
    return number == null ? Optional.empty() : Optional.ofNullable(byNumber.get(number));
  }

  /** Those of one ticket, oldest first. */
  public List<StoredIntent> of(UUID ticketId) {
    TreeMap<Long, UUID> lane = byTicket.get(ticketId);
    if (lane == null) {
      return List.of();
    }
    return lane.values().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** An intent as the console's face shows it, with what keeps it. */
  public PendingIntent pending(StoredIntent intent) {
    UUID ticketId = intent.intent().ticketId();
    return intent.pending(Conflicts.of(intent, ticketId == null ? null : tickets.apply(ticketId)));
  }

  /** The number for the next intent. */
  public long nextNumber() {
    return ++lastNumber;
  }

  /** Puts a new intent on disk, and then here; the stage fails with what the disk says. */
  public CompletableFuture<PendingIntent> accept(StoredIntent intent) {
    return journal
        .call(
            () -> {
              store.accept(intent);
              return intent;
            })
        .thenCompose(
            durable ->
                owner
                    .call(() -> added(durable))
                    // Closing meanwhile: it is on disk, and will be sent after the next start.
                    .exceptionally(closed -> durable.pending()));
  }

  /** Takes over how far an intent is. */
  public void put(StoredIntent intent) {
    if (numbers.containsKey(intent.id())) {
      journal.execute(() -> store.update(intent));
      show(intent);
    }
  }

  /** The same of what somebody else puts on disk. */
  void show(StoredIntent intent) {
    keep(intent);
    publish();
    changed.accept(Lanes.of(intent.intent()));
  }

  /** The same; the stage ends when the disk has it, or with what the disk says. */
  CompletableFuture<StoredIntent> putDurably(StoredIntent intent) {
    show(intent);
    return journal.call(
        () -> {
          store.update(intent);
          return intent;
        });
  }

  /** Takes one out: confirmed, or put away. */
  public void remove(UUID id) {
    Long number = numbers.remove(id);
    StoredIntent intent = number == null ? null : byNumber.remove(number);
    if (intent == null) {
      return;
    }
    Collection<UUID> lanes = Lanes.of(intent.intent());
    for (UUID lane : lanes) {
      TreeMap<Long, UUID> rest = byTicket.get(lane);
      if (rest != null) {
        rest.remove(intent.number());
        if (rest.isEmpty()) {
          byTicket.remove(lane);
        }
      }
    }
    journal.execute(() -> store.remove(id));
    removed.accept(intent);
    publish();
    changed.accept(lanes);
  }

  private PendingIntent added(StoredIntent intent) {
    show(intent);
    return intent.pending();
  }

  private void keep(StoredIntent intent) {
    byNumber.put(intent.number(), intent);
    numbers.put(intent.id(), intent.number());
    for (UUID lane : Lanes.of(intent.intent())) {
      byTicket.computeIfAbsent(lane, id -> new TreeMap<>()).put(intent.number(), intent.id());
    }
  }

  private void publish() {
    List<PendingIntent> pending = new ArrayList<>(byNumber.size());
    byNumber.values().forEach(intent -> pending.add(pending(intent)));
    live.set(List.copyOf(pending));
  }
}
