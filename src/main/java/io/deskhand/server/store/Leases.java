package io.deskhand.server.store;

import java.time.Duration;

/** What only one of the servers on a database is to do at a time. */
public interface Leases {
  /**
   * Takes or keeps the right to do {@code name} for {@code length} from the transaction's time on;
   * false if another server has it. A server that dies loses it when it ends.
   */
  boolean take(String name, Duration length);

  /** Gives the right back if this server has it. */
  void release(String name);

  /** Forgets those that have ended. */
  void forgetEnded();
}
