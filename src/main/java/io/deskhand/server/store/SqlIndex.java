package io.deskhand.server.store;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlIndex implements IndexReads {
  private static final String KEYS =
      """
      t.id, t.ticket_number, t.subject, t.status, t.priority, t.category, t.channel,
        t.customer_id, t.customer_name, t.organization_id, t.department_id, t.assigned_to,
        t.escalated_to, t.resolved_at, t.first_response_at, t.due_at, t.satisfaction,
        t.last_message_at, t.snoozed_until, t.tags, t.created_at, t.updated_at, t.version\
      """;

  private final Handle handle;

  SqlIndex(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<UUID> everyTicket(int step) {
    List<UUID> found = new ArrayList<>();
    Optional<UUID> next = ticketAfter(null, step);
    while (next.isPresent()) {
      found.add(next.get());
      next = ticketAfter(next.get(), step);
    }
    return found;
  }

  private Optional<UUID> ticketAfter(@Nullable UUID after, int step) {
    Where where = new Where();
    if (after != null) {
      where.and("t.id > ?", after);
    }
    String sql =
        "SELECT t.id FROM tickets t WHERE %s ORDER BY t.id OFFSET %d ROWS FETCH FIRST ROW ONLY"
            .formatted(where.sql(), step - 1);
    return where.bindTo(handle.createQuery(sql)).mapTo(UUID.class).findOne();
  }

  @Override
  public List<TicketKeys> tickets(@Nullable UUID after, @Nullable UUID last) {
    Where where = new Where().and("t.deleted_at IS NULL");
    if (after != null) {
      where.and("t.id > ?", after);
    }
    if (last != null) {
      where.and("t.id <= ?", last);
    }
    String sql = "SELECT %s FROM tickets t WHERE %s ORDER BY t.id".formatted(KEYS, where.sql());
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(SqlIndex::keys)).list();
  }

  @Override
  public List<Words> messages(@Nullable UUID after, int limit) {
    Where where = new Where();
    if (after != null) {
      where.and("m.id > ?", after);
    }
    String sql =
        "SELECT m.id, m.ticket_id, m.body, m.internal FROM messages m WHERE %s ORDER BY m.id LIMIT %d"
            .formatted(where.sql(), limit);
    return where
        .bindTo(handle.createQuery(sql))
        .map(
            Row.mapper(
                row ->
                    new Words(
                        row.id("id"), row.id("ticket_id"), row.text("body"), row.flag("internal"))))
        .list();
  }

  @Override
  public List<Escalated> escalated(Collection<UUID> ticketIds) {
    return ticketIds.isEmpty()
        ? List.of()
        : escalated(new Where().andIn("e.ticket_id", ticketIds), ticketIds.size());
  }

  @Override
  public List<Escalated> escalated(@Nullable UUID after, int limit) {
    Where where = new Where();
    if (after != null) {
      where.and("e.ticket_id > ?", after);
    }
    return escalated(where, limit);
  }

  private List<Escalated> escalated(Where where, int limit) {
    String sql =
        "SELECT e.ticket_id, e.times FROM escalated_tickets e WHERE %s ORDER BY e.ticket_id LIMIT %d"
            .formatted(where.sql(), limit);
    return where
        .bindTo(handle.createQuery(sql))
        .map(Row.mapper(row -> new Escalated(row.id("ticket_id"), row.number("times"))))
        .list();
  }

  private static TicketKeys keys(Row row) throws SQLException {
    return new TicketKeys(
        row.id("id"),
        row.text("ticket_number"),
        row.text("subject"),
        row.name("status", Status.class),
        row.name("priority", Priority.class),
        row.text("category"),
        row.name("channel", Channel.class),
        row.idOrNull("customer_id"),
        row.openedOrNull(TicketRows.TICKETS, "customer_name"),
        row.idOrNull("organization_id"),
        row.idOrNull("department_id"),
        row.idOrNull("assigned_to"),
        row.idOrNull("escalated_to"),
        row.timeOrNull("resolved_at"),
        row.timeOrNull("first_response_at"),
        row.timeOrNull("due_at"),
        row.numberOrNull("satisfaction"),
        row.timeOrNull("last_message_at"),
        row.timeOrNull("snoozed_until") != null,
        row.list("tags", String[].class),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
