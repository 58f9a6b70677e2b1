package io.deskhand.server.index;

import io.deskhand.server.store.TicketOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of rows: by rank, and by id where that is the same. */
final class RowOrder {
  private static final long LAST = Long.MAX_VALUE;
  private final RowIds ids;
  private final boolean descending;
  private final @Nullable LongColumn times;
  private final @Nullable KindColumn kinds;
  private final @Nullable Relevance relevance;

  private RowOrder(
      RowIds ids,
      boolean descending,
      @Nullable LongColumn times,
      @Nullable KindColumn kinds,
      @Nullable Relevance relevance) {
    this.ids = ids;
    this.descending = descending;
    this.times = times;
    this.kinds = kinds;
    this.relevance = relevance;
  }

  /** The order of a list; {@code relevance} is for the order by relevance only. */
  static RowOrder of(TicketTable table, TicketOrder order, @Nullable Relevance relevance) {
    LongColumn times =
        switch (order.key()) {
          case CREATED_AT -> table.created;
          case UPDATED_AT -> table.updated;
          case LAST_MESSAGE_AT -> table.lastMessage;
          case DUE_AT -> table.due;
          case PRIORITY, STATUS, RELEVANCE -> null;
        };
    KindColumn kinds =
        switch (order.key()) {
          case PRIORITY -> table.priority;
          case STATUS -> table.status;
          default -> null;
        };
    return new RowOrder(table.ids, order.descending(), times, kinds, relevance);
  }

  boolean isDescending() {
    return descending;
  }

  /** The smaller, the earlier; a row without a value comes last. */
  long rank(int row) {
    return rankOf(value(row));
  }

  /** Not more than the rank of any of the rows {@code bits} of a word. */
  long best(int word, long bits) {
    if (times != null) {
      return rankOf(descending ? times.greatest(word) : times.least(word));
    }
    if (kinds != null) {
      return rankOf(kinds.first(word, bits, descending));
    }
    return Long.MIN_VALUE;
  }

  /** Whether, of the same rank, one of the rows of {@code word} may come before {@code row}. */
  boolean mayPrecede(int word, int row) {
    return descending ? ids.mayFollow(word, row) : ids.mayPrecede(word, row);
  }

  private long rankOf(long value) {
    if (value == LongColumn.NONE) {
      return LAST;
    }
    return descending ? -value : value;
  }

  private long value(int row) {
    if (times != null) {
      return times.get(row);
    }
    if (kinds != null) {
      return kinds.get(row);
    }
    // The bits of numbers that are not negative are in the numbers' own order.
    return relevance == null ? 0 : Float.floatToIntBits(relevance.score(row));
  }

  /** Which of two rows of the same rank comes first. */
  int compareIds(int row, int other) {
    return descending ? ids.compare(other, row) : ids.compare(row, other);
  }

  int compare(int row, int other) {
    int byRank = Long.compare(rank(row), rank(other));
    return byRank != 0 ? byRank : compareIds(row, other);
  }

  /** Whether {@code row} comes after {@code place}. */
  boolean isAfter(int row, TicketOrder.Place place) {
    long placeRank = place.value() == null ? LAST : rankOf(place.value());
    int byRank = Long.compare(rank(row), placeRank);
    if (byRank != 0) {
      return byRank > 0;
    }
    UUID id = place.id();
    return descending ? ids.compare(row, id) < 0 : ids.compare(row, id) > 0;
  }

  TicketOrder.Place placeOf(int row) {
    long value = value(row);
    return new TicketOrder.Place(value == LongColumn.NONE ? null : value, ids.get(row));
  }
}
