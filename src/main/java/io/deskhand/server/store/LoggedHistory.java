package io.deskhand.server.store;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

final class LoggedHistory extends SqlHistory implements HistoryWrites {
  private final Changes changes;
  private final WriterMemory memory;

  LoggedHistory(Handle handle, Changes changes, WriterMemory memory) {
    super(handle);
    this.changes = changes;
    this.memory = memory;
  }

  @Override
  public void append(HistoryEntry wanted, Ticket ticket) {
    HistoryEntry entry = afterTheLast(wanted);
    HistoryRows.TABLE.insert(handle, entry);
    EscalatedTickets.count(handle, entry);
    memory.keepLastEntry(entry.ticketId(), entry.timestamp());
    Audience audience = Audience.of(ticket, entry.action().isForStaff());
    changes.put(EntityType.HISTORY, entry.id(), entry, null, audience, ticket.id());
  }

  /** Times within a ticket ascend strictly, whatever the clock does. */
  private HistoryEntry afterTheLast(HistoryEntry entry) {
    return memory
        .lastEntry(entry.ticketId())
        .or(() -> lastSince(entry.ticketId(), entry.timestamp()))
        .filter(last -> !last.isBefore(entry.timestamp()))
        .map(last -> at(entry, last.plusMillis(1)))
        .orElse(entry);
  }

  private static HistoryEntry at(HistoryEntry entry, Instant time) {
    return new HistoryEntry(
        entry.id(),
        entry.ticketId(),
        entry.action(),
        entry.performedBy(),
        entry.performedByName(),
        entry.details(),
        entry.changes(),
        time);
  }
}
