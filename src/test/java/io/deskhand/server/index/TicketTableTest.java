package io.deskhand.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import io.deskhand.server.store.TicketKeys;
import io.deskhand.server.store.TicketOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is selected and what comes first, against looking at every ticket by itself. */
class TicketTableTest {
  private static final int TICKETS = 3_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<UUID> PEOPLE = IntStream.range(0, 6).mapToObj(n -> id(4, n)).toList();
  private static final List<UUID> PLACES = IntStream.range(0, 3).mapToObj(n -> id(1, n)).toList();
  private final Random random = new Random(5);
  private final TicketTable table = new TicketTable();
  private final Map<UUID, TicketKeys> tickets = new HashMap<>();

  /** Mostly in the order of time, as in life; some are changed, some go, some come late. */
  @BeforeEach
  void fill() {
    for (int n = 0; n < TICKETS; n++) {
      put(ticket(id(random.nextInt(20) == 0 ? random.nextInt(TICKETS) : n, 7_000 + n), n));
    }
    List<UUID> all = tickets.keySet().stream().sorted().toList();
    for (int n = 0; n < TICKETS / 10; n++) {
      UUID id = all.get(random.nextInt(all.size()));
      if (n % 3 == 0) {
        table.remove(id);
        tickets.remove(id);
      } else if (tickets.containsKey(id)) {
        put(ticket(id, TICKETS + n));
      }
    }
  }

  @Test
  void theFirstOfEveryOrderAreThoseOfAllSorted() {
    for (TicketOrder.Key key : TicketOrder.Key.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        if (key != TicketOrder.Key.RELEVANCE) {
          check(new TicketOrder(key, descending), filters().get(random.nextInt(8)));
          check(new TicketOrder(key, descending), TicketFilter.ALL);
        }
      }
    }
  }

  private void check(TicketOrder order, TicketFilter filter) {
    RowOrder by = RowOrder.of(table, order, null);
    FixedBitSet rows = Selection.of(table, filter, admin());
    List<UUID> sorted =
        tickets.values().stream()
            .filter(fits(filter))
            .sorted(comparator(order))
            .map(TicketKeys::id)
            .toList();
    int[] first = FirstRows.of(rows, by, 50, null);
    assertThat(ids(first)).as("%s of %s", order, filter).isEqualTo(begin(sorted, 0));
    if (sorted.size() > 50) {
      TicketOrder.Place place = by.placeOf(first[first.length - 1]);
      assertThat(ids(FirstRows.of(rows, by, 50, place))).isEqualTo(begin(sorted, 50));
    }
  }

  @Test
  void everyScopeAndFilterSelectsWhatFits() {
    for (TicketFilter filter : filters()) {
      for (Role role : Role.values()) {
        Scope scope = new Scope(PEOPLE.getFirst(), role, Set.of(PLACES.get(1)));
        FixedBitSet rows = Selection.of(table, filter, scope);
        assertThat(ids(IntStream.range(0, table.ids.size()).filter(rows::get).toArray()))
            .as("%s as %s", filter, role)
            .containsExactlyInAnyOrderElementsOf(
                tickets.values().stream()
                    .filter(fits(filter).and(sees(scope)))
                    .map(TicketKeys::id)
                    .toList());
      }
    }
  }

  private List<TicketFilter> filters() {
    TicketFilter all = TicketFilter.ALL;
    return List.of(
        all,
        TicketFilter.in(Set.of(Status.OPEN), null),
        TicketFilter.in(Set.of(Status.OPEN, Status.CLOSED, Status.REOPENED), PEOPLE.get(2)),
        TicketFilter.in(Set.of(), id(9, 9)),
        TicketFilter.created(START.plusSeconds(500), START.plusSeconds(2_500)),
        TicketFilter.created(null, START.plusSeconds(64)),
        filter(Set.of(Priority.URGENT), Set.of("kind2"), true),
        filter(Set.of(Priority.LOW, Priority.HIGH), Set.of("kind1", "kind3"), false));
  }

  private static TicketFilter filter(
      Set<Priority> priorities, Set<String> categories, boolean unassigned) {
    return new TicketFilter(
        Set.of(),
        priorities,
        categories,
        Set.of(),
        null,
        unassigned,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        null,
        null,
        null);
  }

  private static Predicate<TicketKeys> fits(TicketFilter filter) {
    return ticket ->
        (filter.statuses().isEmpty() || filter.statuses().contains(ticket.status()))
            && (filter.priorities().isEmpty() || filter.priorities().contains(ticket.priority()))
            && (filter.categories().isEmpty() || filter.categories().contains(ticket.category()))
            && (filter.assignee() == null || isWith(ticket, filter.assignee()))
            && (!filter.unassigned() || isFree(ticket))
            && (filter.createdFrom() == null || !ticket.createdAt().isBefore(filter.createdFrom()))
            && (filter.createdTo() == null || ticket.createdAt().isBefore(filter.createdTo()));
  }

  private static Predicate<TicketKeys> sees(Scope scope) {
    return ticket ->
        switch (scope.role()) {
          case ADMIN -> true;
          case CUSTOMER -> scope.userId().equals(ticket.customerId());
          case LEAD -> isWith(ticket, scope.userId()) || isIn(ticket, scope);
          case AGENT -> isWith(ticket, scope.userId()) || (isFree(ticket) && isIn(ticket, scope));
        };
  }

  private static boolean isWith(TicketKeys ticket, UUID person) {
    return person.equals(ticket.assignedTo()) || person.equals(ticket.escalatedTo());
  }

  private static boolean isFree(TicketKeys ticket) {
    return ticket.assignedTo() == null && ticket.escalatedTo() == null;
  }

  private static boolean isIn(TicketKeys ticket, Scope scope) {
    UUID department = ticket.departmentId();
    return department != null && scope.departments().contains(department);
  }

  private static Comparator<TicketKeys> comparator(TicketOrder order) {
    Comparator<TicketKeys> byId = Comparator.comparing(ticket -> ticket.id().toString());
    Comparator<Long> direct = Comparator.naturalOrder();
    Comparator<Long> turned = order.descending() ? direct.reversed() : direct;
    return Comparator.<TicketKeys, @Nullable Long>comparing(
            ticket -> value(ticket, order.key()), Comparator.nullsLast(turned))
        .thenComparing(order.descending() ? byId.reversed() : byId);
  }

  private static @Nullable Long value(TicketKeys ticket, TicketOrder.Key key) {
    return switch (key) {
      case CREATED_AT -> millis(ticket.createdAt());
      case UPDATED_AT -> millis(ticket.updatedAt());
      case LAST_MESSAGE_AT -> millis(ticket.lastMessageAt());
      case DUE_AT -> millis(ticket.dueAt());
      case PRIORITY -> (long) Ranks.of(ticket.priority());
      case STATUS -> (long) Ranks.of(ticket.status());
      case RELEVANCE -> null;
    };
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private List<UUID> ids(int[] rows) {
    return IntStream.of(rows).mapToObj(table.ids::get).toList();
  }

  private static List<UUID> begin(List<UUID> sorted, int from) {
    return sorted.subList(from, Math.min(from + 50, sorted.size()));
  }

  private void put(TicketKeys ticket) {
    tickets.put(ticket.id(), ticket);
    table.put(ticket);
  }

  private TicketKeys ticket(UUID id, int n) {
    Instant created = START.plusSeconds(n);
    Status status = random.nextInt(4) > 0 ? Status.CLOSED : any(Status.values());
    return new TicketKeys(
        id,
        "TKT-2026-%06d".formatted(n + 1),
        "Subject",
        status,
        any(Priority.values()),
        "kind" + random.nextInt(4),
        any(Channel.values()),
        PEOPLE.get(random.nextInt(6)),
        null,
        null,
        random.nextInt(9) == 0 ? null : PLACES.get(random.nextInt(3)),
        random.nextInt(3) == 0 ? null : PEOPLE.get(random.nextInt(6)),
        random.nextInt(9) == 0 ? PEOPLE.get(random.nextInt(6)) : null,
        null,
        null,
        random.nextInt(10) == 0 ? created.plusSeconds(random.nextInt(90)) : null,
        null,
        random.nextBoolean() ? created.plusSeconds(random.nextInt(1_000)) : null,
        false,
        List.of(),
        created,
        created.plusSeconds(random.nextInt(30)),
        1);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static Scope admin() {
    return new Scope(id(8, 8), Role.ADMIN, Set.of());
  }

  private static UUID id(long high, long low) {
    return new UUID(high << 20, low);
  }
}
