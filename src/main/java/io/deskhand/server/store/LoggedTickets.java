package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class LoggedTickets extends SqlTickets implements TicketWrites {
  private final Changes changes;
  private final WriterMemory memory;
  private final Instant now;

  LoggedTickets(Handle handle, Changes changes, WriterMemory memory, Instant now) {
    super(handle);
    this.changes = changes;
    this.memory = memory;
    this.now = now;
  }

  @Override
  public Optional<Ticket> find(UUID id) {
    return memory.ticket(id, () -> super.find(id));
  }

  @Override
  public String nextNumber() {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    return new TicketNumber(year, TicketNumbers.next(handle, year)).toString();
  }

  @Override
  public void insert(Ticket ticket) {
    TicketRows.TABLE.insert(handle, ticket);
    memory.keep(ticket);
    memory.keepLastEntry(ticket.id(), Instant.MIN);
    changes.put(EntityType.TICKET, ticket.id(), ticket, null, Audience.of(ticket), ticket.id());
  }

  @Override
  public void update(Ticket before, Ticket after) {
    TicketRows.TABLE.update(handle, after);
    memory.keep(after);
    changes.put(
        EntityType.TICKET, after.id(), after, Audience.of(before), Audience.of(after), after.id());
  }

  @Override
  public void remove(Ticket ticket) {
    handle.execute("UPDATE tickets SET deleted_at = ? WHERE id = ?", now, ticket.id());
    memory.dropTicket(ticket.id());
    changes.remove(EntityType.TICKET, ticket.id(), Audience.of(ticket), ticket.id());
  }
}
