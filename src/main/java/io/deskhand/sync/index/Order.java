package io.deskhand.sync.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import io.deskhand.model.Ticket;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.util.Comparator;
import java.util.List;

/** The order of a query: total, so that a row's place can be found by its values. */
final class Order {
  private static final Comparator<String> WORDS =
      String.CASE_INSENSITIVE_ORDER.thenComparing(naturalOrder());

  private static final Comparator<TicketRow> NEWEST_FIRST =
      comparing((TicketRow row) -> row.ticket().createdAt(), reverseOrder())
          .thenComparing(row -> row.ticket().id(), reverseOrder());

  private Order() {}

  static Comparator<TicketRow> of(List<TicketQuery.Sort> sorts) {
    Comparator<Ticket> order = null;
    for (TicketQuery.Sort sort : sorts) {
      Comparator<Ticket> key = of(sort.key());
      Comparator<Ticket> next = sort.descending() ? key.reversed() : key;
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null
        ? NEWEST_FIRST
        : comparing(TicketRow::ticket, order).thenComparing(NEWEST_FIRST);
  }

  private static Comparator<Ticket> of(TicketQuery.Key key) {
    return switch (key) {
      case CREATED_AT -> comparing(Ticket::createdAt);
      case UPDATED_AT -> comparing(Ticket::updatedAt);
      case LAST_MESSAGE_AT -> comparing(Ticket::lastMessageAt, nullsFirst(naturalOrder()));
      case DUE_AT -> comparing(Ticket::dueAt, nullsFirst(naturalOrder()));
      case PRIORITY -> comparing(Ticket::priority);
      case STATUS -> comparing(Ticket::status);
      case NUMBER -> comparing(Ticket::ticketNumber, nullsFirst(Order::byNumber));
      case SUBJECT -> comparing(Ticket::subject, WORDS);
      case CUSTOMER -> comparing(Ticket::customerName, nullsFirst(WORDS));
      case ASSIGNEE -> comparing(Ticket::assignedToName, nullsFirst(WORDS));
    };
  }

  /** TKT-2026-1000000 comes after TKT-2026-999999. */
  private static int byNumber(String left, String right) {
    int end = left.lastIndexOf('-');
    if (end < 0
        || end != right.lastIndexOf('-')
        || !left.regionMatches(0, right, 0, end)
        || left.length() == right.length()) {
      return left.compareTo(right);
    }
    return Integer.compare(left.length(), right.length());
  }
}
