package io.deskhand.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlSnoozed implements SnoozedTickets {
  private final Handle handle;

  SqlSnoozed(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void set(UUID ticketId, @Nullable Instant until) {
    handle.execute("DELETE FROM snoozed_tickets WHERE ticket_id = ?", ticketId);
    if (until != null) {
      handle.execute(
          "INSERT INTO snoozed_tickets (ticket_id, until) VALUES (?, ?)", ticketId, until);
    }
  }

  @Override
  public List<UUID> over(Instant now, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.ticket_id FROM snoozed_tickets s
            WHERE s.until <= ? ORDER BY s.until, s.ticket_id LIMIT ?\
            """)
        .bind(0, now)
        .bind(1, limit)
        .mapTo(UUID.class)
        .list();
  }
}
