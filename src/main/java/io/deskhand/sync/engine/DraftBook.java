package io.deskhand.sync.engine;

import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.Live;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.cache.DraftStore;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.outbox.WordKeeper;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts, in memory and on disk; nothing that comes from the server touches them. Only a message
 * that it refuses becomes one, where there is none.
 */
final class DraftBook implements Drafts, WordKeeper {
  private final DraftStore store;
  private final SerialThread journal;
  private final Notifier notifier;
  private final Clock clock;
  private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();
  // The latest of each ticket that is not on disk yet: typing fast writes once. Guarded by this.
  private final Map<UUID, Unwritten> unwritten = new HashMap<>();
  private final List<Consumer<Draft>> listeners = new CopyOnWriteArrayList<>();
  private final LiveCell<List<Draft>> all;
  private Consumer<UUID> emptied = ticket -> {};

  /** A draft, and the refused messages that have become it or what it was before. */
  private record Unwritten(Draft draft, List<StoredIntent> returned) {
    /** This one where {@code next} may have come after it. */
    Unwritten then(Unwritten next) {
      return new Unwritten(
          next.draft, Stream.concat(returned.stream(), next.returned.stream()).toList());
    }
  }

  DraftBook(DraftStore store, SerialThread journal, Notifier notifier, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.notifier = notifier;
    this.clock = clock;
    this.all = new LiveCell<>(List.of(), notifier);
    store.all().forEach(draft -> drafts.put(draft.ticketId(), draft));
    publish();
  }

  /** Calls {@code listener} with each ticket that has no draft any more. Before any is saved. */
  void onEmptied(Consumer<UUID> listener) {
    emptied = listener;
  }

  @Override
  public Optional<Draft> of(UUID ticketId) {
    return Optional.ofNullable(drafts.get(ticketId));
  }

  @Override
  public CompletionStage<Void> save(Draft draft) {
    keep(draft, List.of());
    if (draft.isEmpty()) {
      emptied.accept(draft.ticketId());
    }
    return Failures.told(journal.call(() -> write(draft.ticketId())).thenAccept(done -> {}));
  }

  @Override
  public boolean giveBack(StoredIntent returned) {
    if (!(returned.intent() instanceof Intent.Say say)) {
      return false;
    }
    Draft draft =
        new Draft(
            say.ticketId(),
            say.body(),
            say.body().length(),
            say.internal(),
            clock.instant(),
            say.files());
    synchronized (this) {
      if (drafts.containsKey(say.ticketId())) {
        return false;
      }
      keep(draft, List.of(returned));
    }
    journal.execute(() -> write(say.ticketId()));
    listeners.forEach(listener -> notifier.execute(() -> listener.accept(draft)));
    return true;
  }

  @Override
  public Subscription onReturned(Consumer<Draft> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Live<List<Draft>> all() {
    return all;
  }

  private synchronized void keep(Draft draft, List<StoredIntent> returned) {
    if (draft.isEmpty()) {
      drafts.remove(draft.ticketId());
    } else {
      drafts.put(draft.ticketId(), draft);
    }
    unwritten.merge(draft.ticketId(), new Unwritten(draft, returned), Unwritten::then);
    publish();
  }

  private boolean write(UUID ticketId) {
    Unwritten latest = take(ticketId);
    if (latest == null) {
      return false;
    }
    try {
      store.save(latest.draft(), latest.returned());
      return true;
    } catch (RuntimeException failure) {
      putBack(ticketId, latest);
      throw failure;
    }
  }

  private synchronized @Nullable Unwritten take(UUID ticketId) {
    return unwritten.remove(ticketId);
  }

  private synchronized void putBack(UUID ticketId, Unwritten failed) {
    unwritten.merge(ticketId, failed, (newer, old) -> old.then(newer));
  }

  private synchronized void publish() {
    all.set(
        drafts.values().stream().sorted(Comparator.comparing(Draft::savedAt).reversed()).toList());
  }
}
