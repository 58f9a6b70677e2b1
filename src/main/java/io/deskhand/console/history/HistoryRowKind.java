package io.deskhand.console.history;

import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowKind;

/** How the rows of the time line are drawn. */
record HistoryRowKind(When when) implements RowKind<HistoryRow> {
  @Override
  public Object key(HistoryRow row) {
    return row.key();
  }

  @Override
  public Object kind(HistoryRow row) {
    return row.getClass();
  }

  @Override
  public Cell<HistoryRow> create(Object kind) {
    return kind == HistoryRow.Day.class ? new DayCell() : new EventCell(when);
  }
}
