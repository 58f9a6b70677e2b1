package io.deskhand.server.index;

import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
    return of(table, filter, scope, rows -> {});
  }

  /**
   * The same.
   *
   * @param text clears the rows that the filter's text does not fit
   */
  static FixedBitSet of(
      TicketTable table, TicketFilter filter, Scope scope, Consumer<FixedBitSet> text) {
    Selection selection = new Selection(table);
    selection.kinds(filter);
    selection.parties(filter);
    selection.times(filter);
    if (filter.snoozed() != null) {
      table.retainSnoozed(selection.rows, filter.snoozed());
    }
    text.accept(selection.rows);
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
      long bits = words[w];
      if (bits != 0) {
        long mine = table.assignee.matching(w, bits, me) | table.specialist.matching(w, bits, me);
        long open = unassignedOnly ? table.unassigned(w, bits) : bits;
        words[w] = mine | table.department.matching(w, open & ~mine, departments);
      }
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

  private void anyOf(KindColumn column, Set<? extends Enum<?>> wanted) {
    if (!wanted.isEmpty()) {
      column.retain(rows, wanted);
    }
  }

  private void parties(TicketFilter filter) {
    one(table.department, filter.departmentId());
    one(table.organization, filter.organizationId());
    one(table.customer, filter.customerId());
    if (filter.unassigned()) {
      table.retainUnassigned(rows);
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
