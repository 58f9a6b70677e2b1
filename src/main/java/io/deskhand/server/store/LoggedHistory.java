package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

final class LoggedHistory extends SqlHistory implements HistoryWrites {
  private final Changes changes;

  LoggedHistory(Handle handle, Changes changes) {
    super(handle);
    this.changes = changes;
  }

  @Override
  public void append(HistoryEntry wanted, Ticket ticket) {
    HistoryEntry entry = afterTheLast(wanted);
    HistoryRows.TABLE.insert(handle, entry);
    EscalatedTickets.count(handle, entry);
    Audience audience = Audience.of(ticket, entry.action().isForStaff());
    changes.put(EntityType.HISTORY, entry.id(), entry, null, audience, ticket.id());
  }

  private HistoryEntry afterTheLast(HistoryEntry entry) {
    List<HistoryEntry> last = page(entry.ticketId(), true, null, 1);
    if (last.isEmpty() || last.getFirst().timestamp().isBefore(entry.timestamp())) {
      return entry;
    }
    Instant moved = last.getFirst().timestamp().plusMillis(1);
    return new HistoryEntry(
        entry.id(),
        entry.ticketId(),
        entry.action(),
        entry.performedBy(),
        entry.performedByName(),
        entry.details(),
        entry.changes(),
        moved);
  }
}
