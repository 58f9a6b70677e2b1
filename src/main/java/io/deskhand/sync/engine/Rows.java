package io.deskhand.sync.engine;

import io.deskhand.model.Ticket;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.index.TicketIndex;
import io.deskhand.sync.outbox.Outbox;
import io.deskhand.sync.outbox.Projection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the queue: confirmed state with the outbox over it. Of the engine's thread. */
record Rows(
    ConfirmedCopy copy, Outbox outbox, Projection projection, SeenMarks seen, TicketIndex index) {

  /** A ticket as the screen shows it; null if there is none such. */
  @Nullable Ticket shown(UUID id) {
    return projection.shown(copy.ticket(id), outbox.of(id));
  }

  /** Computes these tickets' rows again. */
  void refresh(Collection<UUID> tickets) {
    Map<UUID, Optional<TicketRow>> rows = new LinkedHashMap<>();
    tickets.forEach(id -> rows.put(id, row(id)));
    index.update(rows);
  }

  private Optional<TicketRow> row(UUID id) {
    List<StoredIntent> lane = outbox.of(id);
    Ticket shown = projection.shown(copy.ticket(id), lane);
    if (shown == null) {
      return Optional.empty();
    }
    boolean attention = lane.stream().anyMatch(intent -> intent.pending().needsAttention());
    boolean pending = lane.stream().anyMatch(intent -> !intent.pending().needsAttention());
    return Optional.of(new TicketRow(shown, seen.unread(shown), pending, attention));
  }
}
