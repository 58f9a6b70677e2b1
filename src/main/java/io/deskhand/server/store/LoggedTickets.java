package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

final class LoggedTickets extends SqlTickets implements TicketWrites {
  private final Changes changes;
  private final Instant now;

  LoggedTickets(Handle handle, Changes changes, Instant now) {
    super(handle);
    this.changes = changes;
    this.now = now;
  }

  @Override
  public String nextNumber() {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    return String.format(Locale.ROOT, "TKT-%d-%06d", year, TicketNumbers.next(handle, year));
  }

  @Override
  public void insert(Ticket ticket) {
    TicketRows.TABLE.insert(handle, ticket);
    TicketRows.TAGS.insertAll(handle, tags(ticket));
    changes.put(EntityType.TICKET, ticket.id(), ticket, null, Audience.of(ticket), ticket.id());
  }

  @Override
  public void update(Ticket before, Ticket after) {
    TicketRows.TABLE.update(handle, after);
    if (!before.tags().equals(after.tags())) {
      handle.execute("DELETE FROM ticket_tags WHERE ticket_id = ?", after.id());
      TicketRows.TAGS.insertAll(handle, tags(after));
    }
    changes.put(
        EntityType.TICKET, after.id(), after, Audience.of(before), Audience.of(after), after.id());
  }

  @Override
  public void remove(Ticket ticket) {
    handle.execute("UPDATE tickets SET deleted_at = ? WHERE id = ?", now, ticket.id());
    changes.remove(EntityType.TICKET, ticket.id(), Audience.of(ticket), ticket.id());
  }

  static List<TicketRows.Tag> tags(Ticket ticket) {
    return new LinkedHashSet<>(ticket.tags())
        .stream().map(tag -> new TicketRows.Tag(tag, ticket)).toList();
  }
}
