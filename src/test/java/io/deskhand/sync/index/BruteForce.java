package io.deskhand.sync.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import io.deskhand.model.Ticket;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import io.deskhand.sync.TicketRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a query finds, by looking at every ticket: slow, and with nothing of the index in it. */
final class BruteForce {
  private static final Comparator<String> WORDS =
      String.CASE_INSENSITIVE_ORDER.thenComparing(naturalOrder());
  private static final Comparator<Ticket> NEWEST_FIRST =
      comparing(Ticket::createdAt, reverseOrder()).thenComparing(Ticket::id, reverseOrder());

  private BruteForce() {}

  static List<TicketRow> find(TicketQuery query, Collection<TicketRow> all) {
    return all.stream()
        .filter(row -> fits(query, row.ticket()))
        .sorted(comparing(TicketRow::ticket, order(query)))
        .toList();
  }

  private static boolean fits(TicketQuery query, Ticket ticket) {
    return any(query.statuses(), ticket.status())
        && any(query.priorities(), ticket.priority())
        && any(query.categories(), ticket.category())
        && any(query.channels(), ticket.channel())
        && with(query.assignee(), ticket)
        && (query.departmentId() == null || query.departmentId().equals(ticket.departmentId()))
        && (query.customerId() == null || query.customerId().equals(ticket.customerId()))
        && (query.tags().isEmpty() || ticket.tags().stream().anyMatch(query.tags()::contains))
        && (query.createdFrom() == null || !ticket.createdAt().isBefore(query.createdFrom()))
        && (query.createdTo() == null || !ticket.createdAt().isAfter(query.createdTo()))
        && Stream.of(query.text().split(" ")).allMatch(word -> says(ticket, word));
  }

  private static <T> boolean any(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean with(Assignee assignee, Ticket ticket) {
    return switch (assignee) {
      case Assignee.Anyone _ -> true;
      case Assignee.Nobody _ -> ticket.assignedTo() == null;
      case Assignee.MySelf _ -> ticket.isWith(Samples.ME);
      case Assignee.Person person -> person.id().equals(ticket.assignedTo());
    };
  }

  private static boolean says(Ticket ticket, String word) {
    return Stream.concat(
            Stream.of(
                ticket.ticketNumber(),
                ticket.subject(),
                ticket.customerName(),
                ticket.customerEmail()),
            ticket.tags().stream())
        .filter(Objects::nonNull)
        .anyMatch(text -> (" " + lower(text)).contains(" " + lower(word)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Comparator<Ticket> order(TicketQuery query) {
    Comparator<Ticket> order = (left, right) -> 0;
    for (TicketQuery.Sort sort : query.order()) {
      Comparator<Ticket> key = key(sort.key());
      order = order.thenComparing(sort.descending() ? key.reversed() : key);
    }
    return order.thenComparing(NEWEST_FIRST);
  }

  private static Comparator<Ticket> key(TicketQuery.Key key) {
    return switch (key) {
      case CREATED_AT -> comparing(Ticket::createdAt);
      case UPDATED_AT -> comparing(Ticket::updatedAt);
      case LAST_MESSAGE_AT -> comparing(Ticket::lastMessageAt, nullsFirst(naturalOrder()));
      case DUE_AT -> comparing(Ticket::dueAt, nullsFirst(naturalOrder()));
      case PRIORITY -> comparing(Ticket::priority);
      case STATUS -> comparing(Ticket::status);
      case NUMBER -> comparing(BruteForce::sequence);
      case SUBJECT -> comparing(Ticket::subject, WORDS);
      case CUSTOMER -> comparing(Ticket::customerName, nullsFirst(WORDS));
      case ASSIGNEE -> comparing(Ticket::assignedToName, nullsFirst(WORDS));
    };
  }

  private static long sequence(Ticket ticket) {
    @Nullable String number = ticket.ticketNumber();
    return number == null ? -1 : Long.parseLong(number.substring("TKT-2026-".length()));
  }
}
