package io.deskhand.server.feed;

import io.deskhand.server.store.TicketOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a snapshot goes on. Opaque to clients; a forged one shows nobody more than they may see, as
 * every page is filtered by the scope of whoever asks.
 *
 * @param head the desk's head when the first page was taken
 * @param part which part is being sent
 * @param at the place of the last ticket that was sent of that part; null before its first
 * @param total the tickets that were visible when the first page was taken
 */
record SnapshotCursor(
    long head,
    UUID epoch,
    long scopeVersion,
    SnapshotPart part,
    @Nullable Long at,
    @Nullable UUID id,
    long total) {

  SnapshotCursor {
    if (head < 0 || total < 0 || epoch == null || part == null || (id == null && at != null)) {
      throw new IllegalArgumentException("not a place in a snapshot");
    }
  }

  /** The cursor that goes on at {@code place} of {@code next}. */
  SnapshotCursor at(SnapshotPart next, TicketOrder.@Nullable Place place) {
    return new SnapshotCursor(
        head,
        epoch,
        scopeVersion,
        next,
        place == null ? null : place.value(),
        place == null ? null : place.id(),
        total);
  }

  TicketOrder.@Nullable Place place() {
    return id == null ? null : new TicketOrder.Place(at, id);
  }
}
