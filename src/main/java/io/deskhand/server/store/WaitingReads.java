package io.deskhand.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tickets that wait for somebody to take them. */
public interface WaitingReads {
  /** Up to {@code limit} that have waited since {@code until} or longer, unwarned, oldest first. */
  List<UUID> due(Instant until, int limit);
}
