package io.deskhand.server.index;

import io.deskhand.model.WireEnum;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which rows a scope sees and a filter wants. */
final class Selection {
  private final TicketTable table;
  private final FixedBitSet rows;

  private Selection(TicketTable table) {
    this.table = table;
    this.rows = table.rows();
  }

  /** The rows; the filter's text is not looked at. */
  static FixedBitSet of(TicketTable table, TicketFilter filter, Scope scope) {
    Selection selection = new Selection(table);
    selection.kinds(filter);
    selection.parties(filter);
    selection.times(filter);
    if (filter.snoozed() != null) {
      table.retainSnoozed(selection.rows, filter.snoozed());
    }
    // Three columns a row: last, for what is left.
    selection.visible(scope);
    return selection.rows;
  }

  private void visible(Scope scope) {
    int me = table.parties.find(scope.userId());
    switch (scope.role()) {
      case ADMIN -> {}
      case CUSTOMER -> table.customer.retain(rows, me);
      case AGENT -> mineOrIn(me, table.parties.of(scope.departments()), true);
      case LEAD -> mineOrIn(me, table.parties.of(scope.departments()), false);
    }
  }

  private void mineOrIn(int me, FixedBitSet departments, boolean unassignedOnly) {
    long[] words = rows.getBits();
    for (int w = 0; w < words.length; w++) {
      long kept = words[w];
      for (long left = kept; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        int row = (w << 6) + bit;
        int assignee = table.assignee.get(row);
        int specialist = table.specialist.get(row);
        boolean mine = assignee == me || specialist == me;
        boolean free = assignee == Codes.NONE && specialist == Codes.NONE;
        boolean open = free || !unassignedOnly;
        if (!mine && !(open && departments.get(table.department.get(row)))) {
          kept ^= 1L << bit;
        }
      }
      words[w] = kept;
    }
  }

  private void kinds(TicketFilter filter) {
    anyOf(table.status, filter.statuses());
    anyOf(table.priority, filter.priorities());
    anyOf(table.channel, filter.channels());
    if (!filter.categories().isEmpty()) {
      table.category.retain(rows, table.categories.of(filter.categories()));
    }
    if (!filter.tags().isEmpty()) {
      table.tags.retain(
          rows, table.tagLists.where(tags -> !Collections.disjoint(tags, filter.tags())));
    }
  }

  private <E extends Enum<E> & WireEnum> void anyOf(IntColumn column, Set<E> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    FixedBitSet ordinals =
        new FixedBitSet(wanted.iterator().next().getDeclaringClass().getEnumConstants().length);
    wanted.forEach(value -> ordinals.set(Ranks.of(value)));
    column.retain(rows, ordinals);
  }

  private void parties(TicketFilter filter) {
    one(table.department, filter.departmentId());
    one(table.organization, filter.organizationId());
    one(table.customer, filter.customerId());
    if (filter.unassigned()) {
      table.assignee.retain(rows, Codes.NONE);
      table.specialist.retain(rows, Codes.NONE);
    }
    if (filter.assignee() != null) {
      int agent = table.parties.find(filter.assignee());
      FixedBitSet assigned = rows.clone();
      table.assignee.retain(assigned, agent);
      table.specialist.retain(rows, agent);
      rows.or(assigned);
    }
  }

  private void one(IntColumn column, @Nullable UUID wanted) {
    if (wanted != null) {
      column.retain(rows, table.parties.find(wanted));
    }
  }

  private void times(TicketFilter filter) {
    if (filter.createdFrom() != null || filter.createdTo() != null) {
      table.created.retain(
          rows,
          millis(filter.createdFrom(), Long.MIN_VALUE),
          millis(filter.createdTo(), Long.MAX_VALUE));
    }
    if (filter.updatedSince() != null) {
      table.updated.retain(rows, millis(filter.updatedSince(), Long.MIN_VALUE), Long.MAX_VALUE);
    }
  }

  /** Years beyond what milliseconds can count are as good as none. */
  private static long millis(@Nullable Instant time, long otherwise) {
    if (time == null) {
      return otherwise;
    }
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
