package io.deskhand.server.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the history's chain found.
 *
 * @param links how many links were found to be right, from the first on
 * @param head the hash of the last of them in hex; empty if there is none. Kept elsewhere, it
 *     proves later that nothing before it was changed
 * @param broken the first place where the chain does not hold; null if it is whole
 */
public record AuditReport(long links, String head, @Nullable Break broken) {

  /**
   * Where a chain does not hold.
   *
   * @param link the number of the link, from 1
   * @param ticketId the ticket whose history it is; null if nothing tells it any more
   * @param entryId the entry; null if nothing tells it any more
   * @param reason what is wrong, for a person
   */
  public record Break(long link, @Nullable UUID ticketId, @Nullable UUID entryId, String reason) {}

  /** Whether the chain holds from end to end. */
  public boolean isWhole() {
    return broken == null;
  }
}
