package io.deskhand.server.index;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts rows of a table, and adds up what their averages are of. */
final class Tally {
  private static final double MILLIS = 1_000;
  private final TicketTable table;
  private final long[] byStatus = new long[Status.values().length];
  private final long[] byPriority = new long[Priority.values().length];
  private final Mean firstResponse = new Mean();
  private final Mean resolution = new Mean();
  private final Mean satisfaction = new Mean();
  private long unassigned = 0;

  Tally(TicketTable table) {
    this.table = table;
  }

  void add(int row) {
    int status = table.status.get(row);
    byStatus[status]++;
    byPriority[table.priority.get(row)]++;
    long created = table.created.get(row);
    firstResponse.addSince(created, table.firstResponse.get(row));
    resolution.addSince(created, table.resolved.get(row));
    if (table.satisfaction.get(row) > 0) {
      satisfaction.add(table.satisfaction.get(row));
    }
    if (holder(table, row) == Codes.NONE && ACTIVE[status]) {
      unassigned++;
    }
  }

  private static final boolean[] ACTIVE = active();

  private static boolean[] active() {
    boolean[] active = new boolean[Status.values().length];
    for (Status status : Status.values()) {
      active[Ranks.of(status)] = status.isActive();
    }
    return active;
  }

  /** The code of whoever has the ticket: by escalation, else by assignment. */
  static int holder(TicketTable table, int row) {
    int specialist = table.specialist.get(row);
    return specialist == Codes.NONE ? table.assignee.get(row) : specialist;
  }

  TicketFigures.Totals totals() {
    return new TicketFigures.Totals(
        byStatus(), counts(Priority.class, byPriority), unassigned, averages());
  }

  Map<Status, Long> byStatus() {
    return counts(Status.class, byStatus);
  }

  TicketFigures.Averages averages() {
    return new TicketFigures.Averages(
        firstResponse.of(MILLIS), resolution.of(MILLIS), satisfaction.of(1));
  }

  private static <E extends Enum<E>> Map<E, Long> counts(Class<E> type, long[] counts) {
    Map<E, Long> found = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      if (counts[Ranks.of(value)] > 0) {
        found.put(value, counts[Ranks.of(value)]);
      }
    }
    return found;
  }

  private static final class Mean {
    private long sum = 0;
    private long count = 0;

    void add(long value) {
      sum += value;
      count++;
    }

    void addSince(long begin, long end) {
      if (end != LongColumn.NONE) {
        add(end - begin);
      }
    }

    @Nullable Double of(double unit) {
      return count == 0 ? null : sum / unit / count;
    }
  }
}
