package io.deskhand.sync.index;

import io.deskhand.model.Ticket;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import io.deskhand.sync.TicketRow;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a row fits a query. */
final class Filter implements Predicate<TicketRow> {
  private final TicketQuery query;
  private final UUID me;
  private final Words words;

  Filter(TicketQuery query, UUID me) {
    this.query = query;
    this.me = me;
    this.words = Words.of(query.text());
  }

  @Override
  public boolean test(TicketRow row) {
    Ticket ticket = row.ticket();
    return any(query.statuses(), ticket.status())
        && any(query.priorities(), ticket.priority())
        && any(query.categories(), ticket.category())
        && any(query.channels(), ticket.channel())
        && fits(query.assignee(), ticket)
        && same(query.departmentId(), ticket.departmentId())
        && same(query.customerId(), ticket.customerId())
        && (query.tags().isEmpty() || ticket.tags().stream().anyMatch(query.tags()::contains))
        && within(ticket.createdAt())
        && words.fit(ticket);
  }

  private static <T> boolean any(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean same(@Nullable UUID wanted, @Nullable UUID value) {
    return wanted == null || wanted.equals(value);
  }

  private boolean fits(Assignee assignee, Ticket ticket) {
    return switch (assignee) {
      case Assignee.Anyone _ -> true;
      case Assignee.Nobody _ -> ticket.assignedTo() == null;
      case Assignee.MySelf _ -> ticket.isWith(me);
      case Assignee.Person(UUID id) -> id.equals(ticket.assignedTo());
    };
  }

  private boolean within(Instant created) {
    return (query.createdFrom() == null || !created.isBefore(query.createdFrom()))
        && (query.createdTo() == null || !created.isAfter(query.createdTo()));
  }
}
