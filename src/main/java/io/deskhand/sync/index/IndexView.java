package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.Collection;

/** Something computed from the index and kept up to date. Called on the index's thread only. */
interface IndexView {
  /** Starts with every row that is there. */
  void fill(Collection<TicketRow> all);

  /** Follows a step. */
  void change(Deltas deltas);
}
