package io.deskhand.server.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What copies of the desk are kept by. */
public interface SyncReads {
  /** Who may see each of these tickets; deleted ones are not in it. */
  Map<UUID, Audience> audiences(Collection<UUID> ticketIds);
}
