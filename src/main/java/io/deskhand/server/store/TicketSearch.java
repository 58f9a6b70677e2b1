package io.deskhand.server.store;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.server.store.seal.BlindKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Turns filters, scopes and orders of tickets into SQL over {@code tickets t}. */
final class TicketSearch {
  private TicketSearch() {}

  static Where where(TicketFilter filter, Scope scope) {
    Where where = new Where().and("t.deleted_at IS NULL");
    visible(where, scope);
    where
        .andIn("t.status", wires(filter.statuses()))
        .andIn("t.priority", wires(filter.priorities()))
        .andIn("t.category", filter.categories())
        .andIn("t.channel", wires(filter.channels()));
    people(where, filter);
    times(where, filter);
    if (!filter.tags().isEmpty()) {
      where.and(
          "t.id IN (SELECT g.ticket_id FROM ticket_tags g WHERE g.tag IN ("
              + Where.marks(filter.tags().size())
              + "))",
          filter.tags().toArray());
    }
    if (filter.text() != null) {
      text(where, filter.text(), scope);
    }
    return where;
  }

  static String orderBy(TicketOrder order) {
    String direction = order.descending() ? " DESC" : " ASC";
    return expression(order.key()) + direction + " NULLS LAST, t.id" + direction;
  }

  /** What comes after {@code place} in {@code order}. */
  static void after(Where where, TicketOrder order, TicketOrder.Place place) {
    String key = expression(order.key());
    String beyond = order.descending() ? " < ?" : " > ?";
    if (place.value() == null) {
      where.and(key + " IS NULL AND t.id" + beyond, place.id());
      return;
    }
    Object value = valueOf(order.key(), place.value());
    where.and(
        "(" + key + beyond + " OR (" + key + " = ? AND t.id" + beyond + ") OR " + key + " IS NULL)",
        value,
        value,
        place.id());
  }

  private static void visible(Where where, Scope scope) {
    UUID me = scope.userId();
    switch (scope.role()) {
      case ADMIN -> {}
      case CUSTOMER -> where.and("t.customer_id = ?", me);
      case AGENT -> mineOr(where, scope, "t.assigned_to IS NULL AND t.escalated_to IS NULL AND ");
      case LEAD -> mineOr(where, scope, "");
    }
  }

  private static void mineOr(Where where, Scope scope, String condition) {
    List<Object> values = new ArrayList<>(List.of(scope.userId(), scope.userId()));
    String sql = "t.assigned_to = ? OR t.escalated_to = ?";
    if (!scope.departments().isEmpty()) {
      String marks = Where.marks(scope.departments().size());
      sql += " OR (" + condition + "t.department_id IN (" + marks + "))";
      values.addAll(scope.departments());
    }
    where.and("(" + sql + ")", values.toArray());
  }

  private static void people(Where where, TicketFilter filter) {
    if (filter.unassigned()) {
      where.and("t.assigned_to IS NULL AND t.escalated_to IS NULL");
    }
    if (filter.assignee() != null) {
      where.and("(t.assigned_to = ? OR t.escalated_to = ?)", filter.assignee(), filter.assignee());
    }
    if (filter.departmentId() != null) {
      where.and("t.department_id = ?", filter.departmentId());
    }
    if (filter.organizationId() != null) {
      where.and("t.organization_id = ?", filter.organizationId());
    }
    if (filter.customerId() != null) {
      where.and("t.customer_id = ?", filter.customerId());
    }
  }

  private static void times(Where where, TicketFilter filter) {
    if (filter.createdFrom() != null) {
      where.and("t.created_at >= ?", filter.createdFrom());
    }
    if (filter.createdTo() != null) {
      where.and("t.created_at < ?", filter.createdTo());
    }
    if (filter.updatedSince() != null) {
      where.and("t.updated_at >= ?", filter.updatedSince());
    }
  }

  private static void text(Where where, String text, Scope scope) {
    String escaped = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    String pattern = "%" + escaped + "%";
    String notes = scope.role().isStaff() ? "" : " AND NOT m.internal";
    where.and(
        """
        (LOWER(t.ticket_number) LIKE ? ESCAPE '!'
          OR LOWER(t.subject) LIKE ? ESCAPE '!'
          OR t.customer_id IN (SELECT c.id FROM customers c
                               WHERE c.name_key = ? OR c.email_key = ? OR c.phone_key = ?)
          OR t.id IN (SELECT m.ticket_id FROM messages m
                      WHERE LOWER(m.body) LIKE ? ESCAPE '!'%s))\
        """
            .formatted(notes),
        pattern,
        pattern,
        BlindKey.name(text),
        BlindKey.email(text),
        BlindKey.phone(text),
        pattern);
  }

  private static String expression(TicketOrder.Key key) {
    return switch (key) {
      case CREATED_AT -> "t.created_at";
      case UPDATED_AT -> "t.updated_at";
      case LAST_MESSAGE_AT -> "t.last_message_at";
      case DUE_AT -> "t.due_at";
      case PRIORITY -> ranks("t.priority", Priority.values());
      case STATUS -> ranks("t.status", Status.values());
    };
  }

  private static Object valueOf(TicketOrder.Key key, long value) {
    return switch (key) {
      case PRIORITY, STATUS -> (int) value;
      default -> Instant.ofEpochMilli(value);
    };
  }

  private static <E extends Enum<E> & WireEnum> String ranks(String column, E[] values) {
    StringBuilder sql = new StringBuilder("CASE ").append(column);
    for (int rank = 0; rank < values.length; rank++) {
      sql.append(" WHEN '").append(values[rank].wire()).append("' THEN ").append(rank);
    }
    return sql.append(" END").toString();
  }

  private static List<String> wires(Collection<? extends WireEnum> values) {
    return values.stream().map(WireEnum::wire).toList();
  }
}
