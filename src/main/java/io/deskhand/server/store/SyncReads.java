package io.deskhand.server.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What copies of the desk are kept by. */
public interface SyncReads {
  /** Who may see each of these tickets; deleted ones are not in it. */
  Map<UUID, Audience> audiences(Collection<UUID> ticketIds);

  /** What the tickets that {@code scope} sees add up to. */
  Sum sum(Scope scope);

  /**
   * A sum over tickets.
   *
   * @param head the last seq that is in it
   * @param terms of {@link io.deskhand.protocol.ScopeChecksum#term}, added up
   */
  record Sum(long head, long count, long terms) {}
}
