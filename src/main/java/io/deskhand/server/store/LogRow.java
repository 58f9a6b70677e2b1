package io.deskhand.server.store;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change log.
 *
 * @param seq dense and in commit order, from 1
 * @param tx the business transaction it belongs to: the seq of that transaction's last row
 * @param id the row's UUID, or a category's key
 * @param data the row after the change as JSON; null for {@link Change.Op#REMOVE}
 * @param before who could see the row before the change; null if it was not there
 * @param after who may see it now; null if it is gone
 * @param ticketId the ticket that it belongs to; null for agents, departments and categories
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copied once per session otherwise.
public record LogRow(
    long seq,
    long tx,
    EntityType entity,
    String id,
    Change.Op op,
    byte @Nullable [] data,
    @Nullable Audience before,
    @Nullable Audience after,
    @Nullable UUID ticketId) {

  /** Whether {@code scope} could see the row before the change. */
  public boolean wasSeenBy(Scope scope) {
    return before != null && scope.sees(before);
  }

  /** Whether {@code scope} may see the row now. */
  public boolean isSeenBy(Scope scope) {
    return after != null && scope.sees(after);
  }
}
