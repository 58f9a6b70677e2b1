package io.deskhand.sync.index;

import io.deskhand.sync.TicketRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in the index in one step: per ticket the row before and the row after. */
record Deltas(List<Delta> list) {
  /** One ticket; null where it was not, or is not any more. */
  record Delta(@Nullable TicketRow before, @Nullable TicketRow after) {}
}
