package io.deskhand.sync.outbox;

import io.deskhand.sync.Intent;
import io.deskhand.sync.cache.StoredIntent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which intents may go now. Each ticket is a lane in which one goes after the other; a bulk intent
 * stands in the lanes of all its tickets. What waits in one lane holds up no other.
 */
final class Lanes {
  /** The lane of what is for no ticket: the agent's own status. */
  private static final UUID MINE = new UUID(0, 0);

  private final Set<UUID> busy = new HashSet<>();
  private final Set<UUID> held = new HashSet<>();
  private final List<StoredIntent> ready = new ArrayList<>();

  private Lanes() {}

  /**
   * The intents that may be sent, in order.
   *
   * @param all the outbox, in order
   * @param due whether one that was tried before may be tried again now
   */
  static List<StoredIntent> ready(Iterable<StoredIntent> all, Predicate<StoredIntent> due) {
    Lanes lanes = new Lanes();
    all.forEach(intent -> lanes.pass(intent, due));
    return lanes.ready;
  }

  /** The tickets that an intent is for. */
  static Collection<UUID> of(Intent intent) {
    if (intent instanceof Intent.Bulk bulk) {
      return bulk.ticketIds();
    }
    UUID ticket = intent.ticketId();
    return List.of(ticket == null ? MINE : ticket);
  }

  private void pass(StoredIntent intent, Predicate<StoredIntent> due) {
    Collection<UUID> lanes = of(intent.intent());
    switch (intent.state()) {
      case APPLIED, REFUSED, RETURNED -> {}
      case SENDING -> busy.addAll(lanes);
      case HELD -> held.addAll(lanes);
      case QUEUED, WAITING -> {
        if (due.test(intent) && free(intent.intent(), lanes)) {
          ready.add(intent);
        }
        busy.addAll(lanes);
      }
    }
  }

  /** A reply that is held stops what comes after it on its ticket, but no job on many. */
  private boolean free(Intent intent, Collection<UUID> lanes) {
    return lanes.stream().noneMatch(busy::contains)
        && (intent instanceof Intent.Bulk || lanes.stream().noneMatch(held::contains));
  }
}
