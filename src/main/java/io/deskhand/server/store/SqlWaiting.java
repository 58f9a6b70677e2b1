package io.deskhand.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlWaiting implements WaitingTickets {
  private final Handle handle;

  SqlWaiting(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void begin(UUID ticketId, Instant since) {
    handle.execute(
        "INSERT INTO waiting_tickets (ticket_id, since, warned) VALUES (?, ?, FALSE)",
        ticketId,
        since);
  }

  @Override
  public void end(UUID ticketId) {
    handle.execute("DELETE FROM waiting_tickets WHERE ticket_id = ?", ticketId);
  }

  @Override
  public List<UUID> due(Instant until, int limit) {
    return handle
        .createQuery(
            """
            SELECT w.ticket_id FROM waiting_tickets w
            WHERE NOT w.warned AND w.since <= ? ORDER BY w.since, w.ticket_id LIMIT ?\
            """)
        .bind(0, until)
        .bind(1, limit)
        .mapTo(UUID.class)
        .list();
  }

  @Override
  public void warned(UUID ticketId) {
    handle.execute("UPDATE waiting_tickets SET warned = TRUE WHERE ticket_id = ?", ticketId);
  }
}
