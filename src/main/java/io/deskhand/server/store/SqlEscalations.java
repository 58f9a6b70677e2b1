package io.deskhand.server.store;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import io.deskhand.model.Priority;
import io.deskhand.model.WireEnum;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlEscalations implements EscalationReads {
  static final Table<EscalationRequest> TABLE =
      Table.<EscalationRequest>named("escalation_requests")
          .id("id", EscalationRequest::id)
          .id("ticket_id", EscalationRequest::ticketId)
          .text("reason", EscalationRequest::reason)
          .numberOrNull("target_tier", EscalationRequest::targetTier)
          .id("target_department_id", EscalationRequest::targetDepartmentId)
          .id("target_agent_id", EscalationRequest::targetAgentId)
          .text("target_priority", SqlEscalations::priorityOf)
          .name("status", EscalationRequest::status)
          .id("requested_by", EscalationRequest::requestedBy)
          .text("requested_by_name", EscalationRequest::requestedByName)
          .id("decided_by", EscalationRequest::decidedBy)
          .text("decided_by_name", EscalationRequest::decidedByName)
          .text("comment", EscalationRequest::comment)
          .time("created_at", EscalationRequest::createdAt)
          .time("decided_at", EscalationRequest::decidedAt)
          .build();

  final Handle handle;

  SqlEscalations(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<EscalationRequest> find(UUID id) {
    return select(new Where().and("x.id = ?", id), 1).stream().findFirst();
  }

  @Override
  public Optional<EscalationRequest> pendingOf(UUID ticketId) {
    Where where =
        new Where()
            .and("x.ticket_id = ?", ticketId)
            .and("x.status = ?", EscalationStatus.PENDING.wire());
    return select(where, 1).stream().findFirst();
  }

  @Override
  public List<EscalationRequest> page(
      Filter filter, Scope scope, @Nullable Position before, int limit) {
    Where where = where(filter, scope);
    if (before != null) {
      Visible.before(where, "x.created_at", before);
    }
    return select(where, limit);
  }

  @Override
  public long count(Filter filter, Scope scope) {
    Where where = where(filter, scope);
    return where
        .bindTo(
            handle.createQuery("SELECT COUNT(*) FROM escalation_requests x WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  private List<EscalationRequest> select(Where where, int limit) {
    String sql =
        """
        SELECT x.* FROM escalation_requests x WHERE %s
        ORDER BY x.created_at DESC, x.id DESC LIMIT %d\
        """
            .formatted(where.sql(), limit);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(SqlEscalations::read)).list();
  }

  private static Where where(Filter filter, Scope scope) {
    Where where =
        Visible.throughTicket(scope)
            .andIn("x.status", filter.statuses().stream().map(EscalationStatus::wire).toList());
    return filter.ticketId() == null ? where : where.and("x.ticket_id = ?", filter.ticketId());
  }

  private static @Nullable String priorityOf(EscalationRequest request) {
    Priority priority = request.targetPriority();
    return priority == null ? null : priority.wire();
  }

  private static EscalationRequest read(Row row) throws SQLException {
    String priority = row.textOrNull("target_priority");
    return new EscalationRequest(
        row.id("id"),
        row.id("ticket_id"),
        row.text("reason"),
        row.numberOrNull("target_tier"),
        row.idOrNull("target_department_id"),
        row.idOrNull("target_agent_id"),
        priority == null ? null : WireEnum.parse(Priority.class, priority).orElseThrow(),
        row.name("status", EscalationStatus.class),
        row.id("requested_by"),
        row.text("requested_by_name"),
        row.idOrNull("decided_by"),
        row.textOrNull("decided_by_name"),
        row.textOrNull("comment"),
        row.time("created_at"),
        row.timeOrNull("decided_at"));
  }
}
