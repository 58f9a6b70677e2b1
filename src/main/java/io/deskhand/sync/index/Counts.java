package io.deskhand.sync.index;

import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.flow.LiveCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many rows fit each of some queries. */
final class Counts implements IndexView {
  private final Map<TicketQuery, ? extends Predicate<byte[]>> filters;
  private final LiveCell<Map<TicketQuery, Integer>> live;

  Counts(
      Map<TicketQuery, ? extends Predicate<byte[]>> filters,
      LiveCell<Map<TicketQuery, Integer>> live) {
    this.filters = filters;
    this.live = live;
  }

  @Override
  public void fill(RowTable all) {
    Map<TicketQuery, Integer> counts = new LinkedHashMap<>();
    filters.forEach((query, filter) -> counts.put(query, count(all, filter)));
    live.set(Map.copyOf(counts));
  }

  private static int count(RowTable all, Predicate<byte[]> filter) {
    int[] count = {0};
    all.each((ordinal, row) -> count[0] += fits(filter, row));
    return count[0];
  }

  @Override
  public void change(Deltas deltas) {
    Map<TicketQuery, Integer> counts = new LinkedHashMap<>(live.get());
    filters.forEach(
        (query, filter) -> counts.merge(query, difference(filter, deltas), Integer::sum));
    live.set(Map.copyOf(counts));
  }

  private static int difference(Predicate<byte[]> filter, Deltas deltas) {
    int difference = 0;
    for (Deltas.Delta delta : deltas.list()) {
      difference += fits(filter, delta.after()) - fits(filter, delta.before());
    }
    return difference;
  }

  private static int fits(Predicate<byte[]> filter, byte @Nullable [] row) {
    return row != null && filter.test(row) ? 1 : 0;
  }
}
