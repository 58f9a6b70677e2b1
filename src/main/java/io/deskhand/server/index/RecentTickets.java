package io.deskhand.server.index;

import io.deskhand.model.Ticket;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that were on a page lately, kept as far as they fit: first pages are asked for again and
 * again, and most of a page's time goes to reading its rows. Every change of a ticket is a new
 * version, so that what has the version that was found is what the database would say. Thread-safe.
 */
final class RecentTickets {
  private static final long MOST_BYTES = 20L << 20;
  private static final int SHARE_OF_HEAP = 20;

  /** A ticket without its long texts, roughly. */
  private static final long TICKET_BYTES = 1_000;

  private final long most;
  private final Map<UUID, Ticket> tickets = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes = 0;

  /**
   * @param most bytes to keep, roughly
   */
  RecentTickets(long most) {
    this.most = most;
  }

  /** As many as this process can easily hold. */
  static RecentTickets ofThisHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return new RecentTickets(Math.min(MOST_BYTES, heap / SHARE_OF_HEAP));
  }

  /**
   * The tickets that were found, in their order, without those that are gone.
   *
   * @param read reads those that are not known here
   */
  List<Ticket> all(Hits hits, Function<List<UUID>, List<Ticket>> read) {
    Map<UUID, Ticket> found = known(hits);
    List<UUID> unknown = hits.ids().stream().filter(id -> !found.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      for (Ticket ticket : read.apply(unknown)) {
        found.put(ticket.id(), ticket);
        keep(ticket);
      }
    }
    return hits.ids().stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private synchronized Map<UUID, Ticket> known(Hits hits) {
    Map<UUID, Ticket> known = new HashMap<>();
    for (int n = 0; n < hits.ids().size(); n++) {
      Ticket ticket = tickets.get(hits.ids().get(n));
      if (ticket != null && ticket.version() == hits.versions().get(n)) {
        known.put(ticket.id(), ticket);
      }
    }
    return known;
  }

  private synchronized void keep(Ticket ticket) {
    forget(tickets.put(ticket.id(), ticket));
    bytes += size(ticket);
    Iterator<Ticket> oldest = tickets.values().iterator();
    while (bytes > most && oldest.hasNext()) {
      forget(oldest.next());
      oldest.remove();
    }
  }

  /** Puts {@code ticket} in the place of its last version, if that is here. */
  synchronized void replace(Ticket ticket) {
    if (tickets.containsKey(ticket.id())) {
      keep(ticket);
    }
  }

  synchronized void clear() {
    tickets.clear();
    bytes = 0;
  }

  private void forget(@Nullable Ticket ticket) {
    bytes -= ticket == null ? 0 : size(ticket);
  }

  private static long size(Ticket ticket) {
    return TICKET_BYTES + length(ticket.description()) + length(ticket.resolution());
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
