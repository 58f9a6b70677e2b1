package io.deskhand.server.live;

import io.deskhand.server.store.Audience;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who may see which ticket at this moment. */
interface TicketAccess {
  /** The audiences of those of {@code tickets} that are not deleted. */
  Map<UUID, Audience> audiences(Collection<UUID> tickets);
}
