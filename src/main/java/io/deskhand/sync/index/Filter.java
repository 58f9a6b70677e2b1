package io.deskhand.sync.index;

import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketQuery.Assignee;
import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a packed row fits a query. */
final class Filter implements Predicate<byte[]> {
  private static final int ANY = 0;
  private final Packing packing;
  private final TicketQuery query;
  private final Words words;
  // A bit for each that is wanted, by ordinal; all of them where any will do.
  private final int statuses;
  private final int priorities;
  private final int channels;
  private final BitSet categories = new BitSet();
  private final int me;
  private final int person;
  private final int department;
  private final long from;
  private final long to;

  Filter(TicketQuery query, UUID me, Packing packing) {
    this.packing = packing;
    this.query = query;
    this.words = Words.of(query.text());
    this.statuses = bits(query.statuses());
    this.priorities = bits(query.priorities());
    this.channels = bits(query.channels());
    query.categories().forEach(category -> categories.set(packing.names().number(category)));
    this.me = packing.ids().number(me);
    this.person =
        query.assignee() instanceof Assignee.Person(UUID id) ? packing.ids().number(id) : ANY;
    this.department = packing.ids().number(query.departmentId());
    this.from = millis(query.createdFrom(), Long.MIN_VALUE);
    this.to = millis(query.createdTo(), Long.MAX_VALUE);
  }

  @Override
  public boolean test(byte[] row) {
    return isIn(statuses, row[PackedRow.STATUS])
        && isIn(priorities, row[PackedRow.PRIORITY])
        && isIn(channels, row[PackedRow.CHANNEL])
        && (categories.isEmpty() || categories.get(PackedRow.code(row, PackedRow.CATEGORY)))
        && fits(query.assignee(), row)
        && (department == ANY || department == PackedRow.code(row, PackedRow.DEPARTMENT))
        && isOfCustomer(row)
        && (query.tags().isEmpty() || packing.tags(row).stream().anyMatch(query.tags()::contains))
        && within(PackedRow.number(row, PackedRow.CREATED))
        && words.fit(packing, row);
  }

  @SuppressWarnings("EnumOrdinal") // as in a packed row
  private static int bits(Set<? extends Enum<?>> wanted) {
    return wanted.isEmpty()
        ? -1
        : wanted.stream().mapToInt(value -> 1 << value.ordinal()).reduce(0, (a, b) -> a | b);
  }

  private static boolean isIn(int wanted, byte value) {
    return (wanted >>> value & 1) != 0;
  }

  private boolean fits(Assignee assignee, byte[] row) {
    int with = PackedRow.code(row, PackedRow.ASSIGNED);
    return switch (assignee) {
      case Assignee.Anyone _ -> true;
      case Assignee.Nobody _ -> with == 0;
      case Assignee.MySelf _ -> with == me || PackedRow.code(row, PackedRow.ESCALATED) == me;
      case Assignee.Person _ -> with == person;
    };
  }

  private boolean isOfCustomer(byte[] row) {
    UUID customer = query.customerId();
    return customer == null || Packing.isOfCustomer(row, customer);
  }

  private boolean within(long created) {
    return created >= from && created <= to;
  }

  private static long millis(@Nullable Instant time, long otherwise) {
    return time == null ? otherwise : time.toEpochMilli();
  }
}
