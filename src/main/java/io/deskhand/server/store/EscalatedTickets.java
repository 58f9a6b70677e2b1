package io.deskhand.server.store;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How often tickets were escalated, as their history has it: a count beside it, since statistics
 * cannot read the whole history each time. It stays when the escalation has ended.
 */
final class EscalatedTickets {
  private EscalatedTickets() {}

  /** Counts {@code entry}, if it is an escalation. */
  static void count(Handle handle, HistoryEntry entry) {
    if (entry.action() != HistoryAction.TICKET_ESCALATED) {
      return;
    }
    UUID id = entry.ticketId();
    int known =
        handle.execute("UPDATE escalated_tickets SET times = times + 1 WHERE ticket_id = ?", id);
    if (known == 0) {
      handle.execute("INSERT INTO escalated_tickets (ticket_id, times) VALUES (?, 1)", id);
    }
  }

  /** Counts those of a history that is imported as a whole, to be written at its end. */
  static final class Counted {
    private final Map<UUID, Integer> times = new HashMap<>();

    void add(HistoryEntry entry) {
      if (entry.action() == HistoryAction.TICKET_ESCALATED) {
        times.merge(entry.ticketId(), 1, Integer::sum);
      }
    }

    void write(Handle handle) {
      if (times.isEmpty()) {
        return;
      }
      PreparedBatch batch =
          handle.prepareBatch("INSERT INTO escalated_tickets (ticket_id, times) VALUES (?, ?)");
      times.forEach((id, count) -> batch.bind(0, id).bind(1, count).add());
      batch.execute();
    }
  }
}
