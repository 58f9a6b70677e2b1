package io.deskhand.sync.engine;

import io.deskhand.model.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that came or were asked for last, without their descriptions, so that a step is not
 * read again from the disk that it was just written to. Of one thread.
 */
final class RecentTickets {
  private static final int MOST = 5_000;
  private final Map<UUID, Ticket> tickets =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Ticket> eldest) {
          return size() > MOST;
        }
      };

  @Nullable Ticket get(UUID id) {
    return tickets.get(id);
  }

  /** Keeps a ticket for a while, and answers what it keeps. */
  Ticket put(Ticket ticket) {
    Ticket lean = ticket.toBuilder().description(null).build();
    tickets.put(lean.id(), lean);
    return lean;
  }

  void remove(UUID id) {
    tickets.remove(id);
  }

  void clear() {
    tickets.clear();
  }
}
