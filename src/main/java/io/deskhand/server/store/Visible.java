package io.deskhand.server.store;

import io.deskhand.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which rows beside tickets a scope sees, as conditions over {@code x}. */
final class Visible {
  private Visible() {}

  /** {@code x} belongs to a ticket that {@code scope} sees. */
  static Where throughTicket(Scope scope) {
    Where tickets = tickets(scope);
    return new Where()
        .and(
            "EXISTS (SELECT 1 FROM tickets t WHERE t.id = x.ticket_id AND " + tickets.sql() + ")",
            tickets.values());
  }

  private static Where tickets(Scope scope) {
    Where where = new Where().and("t.deleted_at IS NULL");
    return switch (scope.role()) {
      case ADMIN -> where;
      case CUSTOMER -> where.and("t.customer_id = ?", scope.userId());
      case AGENT -> mineOr(where, scope, "t.assigned_to IS NULL AND t.escalated_to IS NULL AND ");
      case LEAD -> mineOr(where, scope, "");
    };
  }

  private static Where mineOr(Where where, Scope scope, String condition) {
    List<Object> values = new ArrayList<>(List.of(scope.userId(), scope.userId()));
    String sql = "t.assigned_to = ? OR t.escalated_to = ?";
    if (!scope.departments().isEmpty()) {
      String marks = Where.marks(scope.departments().size());
      sql += " OR (" + condition + "t.department_id IN (" + marks + "))";
      values.addAll(scope.departments());
    }
    return where.and("(" + sql + ")", values.toArray());
  }

  /** {@code x} has no ticket, and is seen as one of its department and assignee would be. */
  static Where withoutTicket(Scope scope) {
    Where where = new Where().and("x.ticket_id IS NULL");
    if (scope.role() == Role.ADMIN) {
      return where;
    }
    UUID me = scope.userId();
    List<Object> values = new ArrayList<>(List.of(me));
    String sql = "x.assigned_to = ?";
    if (!scope.departments().isEmpty()) {
      String free = scope.role() == Role.AGENT ? "x.assigned_to IS NULL AND " : "";
      String marks = Where.marks(scope.departments().size());
      sql = "(" + sql + " OR (" + free + "x.department_id IN (" + marks + ")))";
      values.addAll(scope.departments());
    }
    return where.and(sql, values.toArray());
  }

  /** One of the two. */
  static Where either(Where one, Where other) {
    Where both = new Where().and(one.sql(), one.values()).and(other.sql(), other.values());
    return new Where().and("((" + one.sql() + ") OR (" + other.sql() + "))", both.values());
  }

  /** {@code x} is before {@code place}, newest first by {@code time}. */
  static void before(Where where, String time, Position place) {
    where.and(
        "(%1$s < ? OR (%1$s = ? AND x.id < ?))".formatted(time),
        place.at(),
        place.at(),
        place.id());
  }
}
