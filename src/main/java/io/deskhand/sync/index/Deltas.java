package io.deskhand.sync.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in the index in one step: per ticket the row before and the row after. */
record Deltas(List<Delta> list) {
  /**
   * One ticket.
   *
   * @param before packed; null where it was not there
   * @param after packed; null where it is not there any more
   */
  @SuppressWarnings("ArrayRecordComponent") // rows never change, and are compared by nobody
  record Delta(int ordinal, byte @Nullable [] before, byte @Nullable [] after) {}
}
