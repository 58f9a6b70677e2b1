package io.deskhand.console.queue;

import io.deskhand.console.ui.RowList;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketRow;
import java.util.List;

/** A queue as a list shows it: the window that is on the screen, and nothing else. */
record QueueRows(LiveQueue queue) implements RowList.Source<TicketRow> {
  @Override
  public int size() {
    return queue.size();
  }

  @Override
  public List<TicketRow> rows(int from, int to) {
    return queue.rows(from, to);
  }

  @Override
  public int indexOf(TicketRow row) {
    return queue.indexOf(row.ticket().id());
  }
}
