package io.deskhand.sync.index;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small number for each ticket, from 0 up, so that sets of tickets are sets of bits. Never given
 * back while this lives. Thread-safe.
 */
public final class Ordinals {
  private final Map<UUID, Integer> known = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The number of {@code ticketId}, the next one if it has none yet. */
  public int of(UUID ticketId) {
    return known.computeIfAbsent(ticketId, id -> next.getAndIncrement());
  }
}
