package io.deskhand.server.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Who has which ticket open. Knows nothing of what they may see. For one thread at a time. */
final class Rooms {
  private final Map<UUID, Set<LiveSession>> byTicket = new HashMap<>();
  private final Map<LiveSession, Set<UUID>> bySession = new HashMap<>();
  private final int mostPerSession;

  Rooms(int mostPerSession) {
    this.mostPerSession = mostPerSession;
  }

  /** Whether the session is in the room now; false if it is in too many others. */
  boolean join(LiveSession session, UUID ticket) {
    Set<UUID> joined = bySession.computeIfAbsent(session, key -> new LinkedHashSet<>());
    if (joined.size() >= mostPerSession && !joined.contains(ticket)) {
      return false;
    }
    joined.add(ticket);
    byTicket.computeIfAbsent(ticket, key -> new LinkedHashSet<>()).add(session);
    return true;
  }

  /** Whether it was in the room. */
  boolean leave(LiveSession session, UUID ticket) {
    Set<UUID> joined = bySession.getOrDefault(session, Set.of());
    if (!joined.contains(ticket)) {
      return false;
    }
    joined.remove(ticket);
    if (joined.isEmpty()) {
      bySession.remove(session);
    }
    Set<LiveSession> members = byTicket.getOrDefault(ticket, Set.of());
    members.remove(session);
    if (members.isEmpty()) {
      byTicket.remove(ticket);
    }
    return true;
  }

  boolean contains(UUID ticket, LiveSession session) {
    return byTicket.getOrDefault(ticket, Set.of()).contains(session);
  }

  boolean isOpen(UUID ticket) {
    return byTicket.containsKey(ticket);
  }

  /** Shows every session with each of its rooms. */
  void each(BiConsumer<LiveSession, UUID> look) {
    bySession.forEach(
        (session, tickets) -> tickets.forEach(ticket -> look.accept(session, ticket)));
  }

  /** Those in the room, in the order in which they came. */
  List<LiveSession> members(UUID ticket) {
    return new ArrayList<>(byTicket.getOrDefault(ticket, Set.of()));
  }

  /** The rooms that a session is in. */
  List<UUID> of(LiveSession session) {
    return new ArrayList<>(bySession.getOrDefault(session, Set.of()));
  }
}
