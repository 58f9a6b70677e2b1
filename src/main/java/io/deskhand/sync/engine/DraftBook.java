package io.deskhand.sync.engine;

import io.deskhand.sync.Drafts;
import io.deskhand.sync.Live;
import io.deskhand.sync.cache.DraftStore;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SerialThread;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Drafts, in memory and on disk; nothing that comes from the server touches them. */
final class DraftBook implements Drafts {
  private final DraftStore store;
  private final SerialThread journal;
  private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();
  // The latest of each ticket that is not on disk yet: typing fast writes once.
  private final Map<UUID, Draft> unwritten = new ConcurrentHashMap<>();
  private final LiveCell<List<Draft>> all;

  DraftBook(DraftStore store, SerialThread journal, Notifier notifier) {
    this.store = store;
    this.journal = journal;
    this.all = new LiveCell<>(List.of(), notifier);
    store.all().forEach(draft -> drafts.put(draft.ticketId(), draft));
    publish();
  }

  @Override
  public Optional<Draft> of(UUID ticketId) {
    return Optional.ofNullable(drafts.get(ticketId));
  }

  @Override
  public CompletionStage<Void> save(Draft draft) {
    if (draft.isEmpty()) {
      drafts.remove(draft.ticketId());
    } else {
      drafts.put(draft.ticketId(), draft);
    }
    unwritten.put(draft.ticketId(), draft);
    publish();
    return Failures.told(journal.call(() -> write(draft.ticketId())).thenAccept(done -> {}));
  }

  @Override
  public Live<List<Draft>> all() {
    return all;
  }

  private boolean write(UUID ticketId) {
    Draft latest = unwritten.remove(ticketId);
    if (latest == null) {
      return false;
    }
    try {
      store.save(latest);
      return true;
    } catch (RuntimeException failure) {
      unwritten.putIfAbsent(ticketId, latest);
      throw failure;
    }
  }

  private synchronized void publish() {
    all.set(
        drafts.values().stream().sorted(Comparator.comparing(Draft::savedAt).reversed()).toList());
  }
}
