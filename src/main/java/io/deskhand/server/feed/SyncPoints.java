package io.deskhand.server.feed;

import io.deskhand.protocol.SyncPoint;
import java.time.Clock;
import java.util.UUID;

/** What tells a copy whether it still belongs to this desk, this format and this scope. */
public final class SyncPoints {
  /** The format of the rows; another number means a new snapshot. */
  public static final int SCHEMA = 1;

  private final UUID epoch;
  private final Clock clock;

  public SyncPoints(UUID epoch, Clock clock) {
    this.epoch = epoch;
    this.clock = clock;
  }

  /** The desk's life: another one after a restore from a backup. */
  public UUID epoch() {
    return epoch;
  }

  /** The point that a session has reached at {@code head}. */
  public SyncPoint at(long head, long scopeVersion) {
    return new SyncPoint(head, epoch, SCHEMA, scopeVersion, clock.instant());
  }
}
