package io.deskhand.server.store;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.sla.AssumedClock;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaPlan;
import io.deskhand.model.sla.SlaPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Gives the tickets that the desk had to work on before there were deadlines theirs, counted from
 * their creation. The log starts anew after it, so that every console takes a new snapshot.
 */
final class OpenTicketDeadlines extends CodeMigration {
  private static final String OPEN =
      """
      SELECT t.id, t.subject, t.status, t.priority, t.organization_id, t.created_at,
        t.first_response_at
      FROM tickets t
      WHERE t.due_at IS NULL AND t.deleted_at IS NULL
        AND t.status IN ('open', 'in_progress', 'escalated', 'reopened')\
      """;

  /** The policies as they were then: columns that came later are not there yet. */
  private static final String POLICIES =
      "SELECT p.*, CAST(NULL AS VARCHAR) AS subscription_status FROM sla_policies p";

  OpenTicketDeadlines() {
    super("9.1", "deadlines of open tickets");
  }

  @Override
  void migrate(Handle handle) {
    List<SlaPolicy> policies = handle.createQuery(POLICIES).map(Row.mapper(SlaRows::policy)).list();
    SlaPlans plans = new SlaPlans(new HandleView(handle), policies);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<SlaClock> clocks =
        handle.createQuery(OPEN).map(Row.mapper(OpenTicketDeadlines::ticket)).stream()
            .map(ticket -> clock(ticket, plans.of(ticket), now))
            .filter(clock -> clock.dueAt() != null)
            .toList();
    if (!clocks.isEmpty()) {
      ClockRows.TABLE.insertAll(handle, clocks);
      setDeadlines(handle, clocks);
      handle.execute("DELETE FROM change_log");
      handle.execute("UPDATE desk_state SET head = head + 1, log_floor = head + 1");
    }
  }

  private static SlaClock clock(Ticket ticket, SlaPlan plan, Instant now) {
    boolean answered = ticket.firstResponseAt() != null || plan.firstResponse() == null;
    Duration within = answered ? plan.resolution() : plan.firstResponse();
    Instant due = within == null ? null : plan.time().plus(ticket.createdAt(), within);
    return AssumedClock.of(ticket.toBuilder().dueAt(due).build(), plan, now);
  }

  private static void setDeadlines(Handle handle, List<SlaClock> clocks) {
    PreparedBatch batch =
        handle.prepareBatch("UPDATE tickets SET due_at = ?, version = version + 1 WHERE id = ?");
    for (SlaClock clock : clocks) {
      Instant due = clock.dueAt();
      if (due != null) {
        batch.bind(0, due.atOffset(ZoneOffset.UTC)).bind(1, clock.ticketId()).add();
      }
    }
    batch.execute();
  }

  private static Ticket ticket(Row row) throws SQLException {
    return new TicketBuilder(row.id("id"), row.text("subject"), row.time("created_at"))
        .status(row.name("status", Status.class))
        .priority(row.name("priority", Priority.class))
        .organizationId(row.idOrNull("organization_id"))
        .firstResponseAt(row.timeOrNull("first_response_at"))
        .build();
  }
}
