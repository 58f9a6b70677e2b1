package io.deskhand.server.index;

import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Works out figures in one pass over the rows. */
final class Figures {
  private final TicketTable table;
  private final FixedBitSet rows;

  Figures(TicketTable table, Scope scope, TicketFigures.Range range) {
    this.table = table;
    this.rows = Selection.of(table, TicketFilter.created(range.from(), range.to()), scope);
  }

  TicketFigures.Totals totals() {
    Tally tally = new Tally(table);
    for (int row = rows.nextSetBit(0);
        row != DocIdSetIterator.NO_MORE_DOCS;
        row = next(rows, row)) {
      tally.add(row);
    }
    return tally.totals();
  }

  List<TicketFigures.Group> byAgent() {
    return groups(row -> Tally.holder(table, row));
  }

  List<TicketFigures.Group> byDepartment() {
    return groups(table.department::get);
  }

  private List<TicketFigures.Group> groups(IntUnaryOperator codeOf) {
    @Nullable Tally[] tallies = new Tally[table.parties.size()];
    for (int row = rows.nextSetBit(0);
        row != DocIdSetIterator.NO_MORE_DOCS;
        row = next(rows, row)) {
      int code = codeOf.applyAsInt(row);
      Tally tally = tallies[code];
      if (tally == null) {
        tally = new Tally(table);
        tallies[code] = tally;
      }
      tally.add(row);
    }
    List<TicketFigures.Group> groups = new ArrayList<>();
    for (int code = 1; code < tallies.length; code++) {
      Tally tally = tallies[code];
      if (tally != null) {
        groups.add(
            new TicketFigures.Group(table.parties.get(code), tally.byStatus(), tally.averages()));
      }
    }
    return groups;
  }

  /** The row after {@code row}; NO_MORE_DOCS after the last. */
  static int next(FixedBitSet rows, int row) {
    return row + 1 < rows.length() ? rows.nextSetBit(row + 1) : DocIdSetIterator.NO_MORE_DOCS;
  }
}
