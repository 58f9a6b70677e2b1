package io.deskhand.server.live;

import io.deskhand.protocol.Viewers.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who has which ticket open on the other servers of the desk, as these said so lately: one that is
 * gone says nothing any more, and its people are forgotten after a while. For one thread at a time.
 */
final class Neighbours {
  private final Duration believed;
  private final Map<UUID, Map<Place, Seen>> byTicket = new HashMap<>();

  private record Place(UUID server, UUID person) {}

  private record Seen(Viewer viewer, Instant until) {}

  /**
   * @param believed how long somebody counts as there without another word
   */
  Neighbours(Duration believed) {
    this.believed = believed;
  }

  /** Notes that somebody has a ticket open on {@code server}; true if that is news. */
  boolean here(UUID server, UUID ticket, Viewer viewer, Instant now) {
    Seen seen = new Seen(viewer, now.plus(believed));
    Place place = new Place(server, viewer.id());
    return byTicket.computeIfAbsent(ticket, key -> new LinkedHashMap<>()).put(place, seen) == null;
  }

  /** Notes that they have not any more; true if that is news. */
  boolean gone(UUID server, UUID ticket, UUID person) {
    Map<Place, Seen> there = byTicket.getOrDefault(ticket, new HashMap<>());
    boolean news = there.remove(new Place(server, person)) != null;
    if (there.isEmpty()) {
      byTicket.remove(ticket);
    }
    return news;
  }

  /** Forgets those who have not been heard of for too long; the tickets that they had open. */
  Set<UUID> expire(Instant now) {
    Set<UUID> changed = new LinkedHashSet<>();
    byTicket.forEach(
        (ticket, there) -> {
          if (there.values().removeIf(seen -> !seen.until().isAfter(now))) {
            changed.add(ticket);
          }
        });
    byTicket.values().removeIf(Map::isEmpty);
    return changed;
  }

  /** Those who have a ticket open elsewhere; somebody may be there twice. */
  List<Viewer> viewers(UUID ticket) {
    List<Viewer> viewers = new ArrayList<>();
    byTicket.getOrDefault(ticket, Map.of()).values().forEach(seen -> viewers.add(seen.viewer()));
    return viewers;
  }
}
