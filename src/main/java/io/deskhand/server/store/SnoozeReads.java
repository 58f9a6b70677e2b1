package io.deskhand.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tickets that are snoozed. */
public interface SnoozeReads {
  /** Up to {@code limit} whose time is at {@code now} or before, the earliest first. */
  List<UUID> over(Instant now, int limit);
}
