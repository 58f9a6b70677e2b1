package io.deskhand.server.index;

import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.server.store.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.util.FixedBitSet;

/**
 * What the tickets add up to, by what decides who sees them, kept up to date with each row: what a
 * scope's add up to is then a sum over departments and people, not over tickets. Numbers are the
 * codes of {@link TicketTable#parties}.
 */
final class ScopeSums {
  private final Map<Place, Sum> sums = new HashMap<>();

  private record Place(int department, int assignee, int specialist) {}

  private record Sum(long count, long terms) {
    private static final Sum NOTHING = new Sum(0, 0);

    Sum plus(long more, long term) {
      return new Sum(count + more, terms + term);
    }
  }

  /** Which rows a scope sees, by where they are. */
  private interface Sight {
    boolean sees(Place place);
  }

  /** A row as it is now in {@code table} counts from now on. */
  void add(TicketTable table, int row) {
    change(table, row, 1, term(table, row));
  }

  /** A row as it is now in {@code table}, which counted, does not any more. */
  void subtract(TicketTable table, int row) {
    change(table, row, -1, -term(table, row));
  }

  /** What the tickets add up to at {@code head} that {@code scope}, of staff, sees. */
  ScopeChecksum of(long head, Scope scope, Codes<UUID> parties) {
    Sight sight = sight(scope, parties);
    Sum all = Sum.NOTHING;
    for (Map.Entry<Place, Sum> entry : sums.entrySet()) {
      if (sight.sees(entry.getKey())) {
        all = all.plus(entry.getValue().count(), entry.getValue().terms());
      }
    }
    return ScopeChecksum.of(head, all.count(), all.terms());
  }

  private static Sight sight(Scope scope, Codes<UUID> parties) {
    int me = parties.find(scope.userId());
    FixedBitSet departments = parties.of(scope.departments());
    return switch (scope.role()) {
      case ADMIN -> place -> true;
      case CUSTOMER -> throw new IllegalArgumentException("a customer's tickets are anywhere");
      case LEAD -> place -> isWith(place, me) || departments.get(place.department());
      case AGENT ->
          place ->
              isWith(place, me)
                  || (place.assignee() == Codes.NONE
                      && place.specialist() == Codes.NONE
                      && departments.get(place.department()));
    };
  }

  private static boolean isWith(Place place, int person) {
    return place.assignee() == person || place.specialist() == person;
  }

  private void change(TicketTable table, int row, long count, long term) {
    Place place =
        new Place(table.department.get(row), table.assignee.get(row), table.specialist.get(row));
    Sum next = sums.getOrDefault(place, Sum.NOTHING).plus(count, term);
    if (next.count() == 0) {
      sums.remove(place);
    } else {
      sums.put(place, next);
    }
  }

  private static long term(TicketTable table, int row) {
    return ScopeChecksum.term(table.ids.get(row), table.version.get(row));
  }
}
