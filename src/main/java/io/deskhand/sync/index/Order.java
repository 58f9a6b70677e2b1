package io.deskhand.sync.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.deskhand.sync.TicketQuery;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a query: total, so that a packed row's place can be found by its values. */
final class Order implements Comparator<byte[]> {
  private static final Comparator<@Nullable String> WORDS =
      nullsFirst(String.CASE_INSENSITIVE_ORDER.thenComparing(naturalOrder()));

  private static final Comparator<byte[]> NEWEST_FIRST =
      comparingLong((byte[] row) -> PackedRow.number(row, PackedRow.CREATED))
          .thenComparingLong(row -> PackedRow.number(row, PackedRow.ID_HIGH))
          .thenComparingLong(row -> PackedRow.number(row, PackedRow.ID_LOW))
          .reversed();

  private final Packing packing;
  private final @Nullable Texts first;
  private final Comparator<byte[]> order;

  /** A text that rows are sorted by. */
  private record Texts(Function<byte[], @Nullable String> of, Comparator<@Nullable String> order) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Keyed(@Nullable String text, byte[] row) {}

  Order(List<TicketQuery.Sort> sorts, Packing packing) {
    this.packing = packing;
    Comparator<byte[]> all = null;
    for (TicketQuery.Sort sort : sorts) {
      Comparator<byte[]> next = directed(key(sort.key()), sort);
      all = all == null ? next : all.thenComparing(next);
    }
    this.order = all == null ? NEWEST_FIRST : all.thenComparing(NEWEST_FIRST);
    this.first = sorts.isEmpty() ? null : directed(texts(sorts.getFirst().key()), sorts.getFirst());
  }

  @Override
  public int compare(byte[] left, byte[] right) {
    return order.compare(left, right);
  }

  void sort(byte[][] rows) {
    if (first == null) {
      Arrays.sort(rows, order);
      return;
    }
    // Each row's text is read once, and not at every comparison.
    Texts texts = first;
    Keyed[] keyed = new Keyed[rows.length];
    Arrays.setAll(keyed, at -> new Keyed(texts.of().apply(rows[at]), rows[at]));
    Arrays.sort(keyed, comparing(Keyed::text, texts.order()).thenComparing(Keyed::row, order));
    Arrays.setAll(rows, at -> keyed[at].row());
  }

  private static <T> Comparator<T> directed(Comparator<T> order, TicketQuery.Sort sort) {
    return sort.descending() ? order.reversed() : order;
  }

  private static @Nullable Texts directed(@Nullable Texts texts, TicketQuery.Sort sort) {
    return texts == null ? null : new Texts(texts.of(), directed(texts.order(), sort));
  }

  private Comparator<byte[]> key(TicketQuery.Key key) {
    Texts texts = texts(key);
    return texts != null
        ? (left, right) -> texts.order().compare(texts.of().apply(left), texts.of().apply(right))
        : switch (key) {
          case CREATED_AT -> byTime(PackedRow.CREATED);
          case UPDATED_AT -> byTime(PackedRow.UPDATED);
          case LAST_MESSAGE_AT -> byTime(PackedRow.LAST_MESSAGE);
          case DUE_AT -> byTime(PackedRow.DUE);
          case PRIORITY -> comparing(PackedRow::priority);
          case STATUS -> comparing(PackedRow::status);
          case NUMBER, SUBJECT, CUSTOMER, ASSIGNEE ->
              throw new IllegalStateException(key + " is a text");
        };
  }

  private @Nullable Texts texts(TicketQuery.Key key) {
    return switch (key) {
      case NUMBER -> new Texts(at(PackedRow.NUMBER_TEXT), nullsFirst(Order::byNumber));
      case SUBJECT -> new Texts(at(PackedRow.SUBJECT_TEXT), WORDS);
      case CUSTOMER -> new Texts(at(PackedRow.CUSTOMER_TEXT), WORDS);
      case ASSIGNEE -> new Texts(packing::assignee, WORDS);
      case CREATED_AT, UPDATED_AT, LAST_MESSAGE_AT, DUE_AT, PRIORITY, STATUS -> null;
    };
  }

  private static Function<byte[], @Nullable String> at(int place) {
    return row -> PackedRow.text(row, place);
  }

  private static Comparator<byte[]> byTime(int place) {
    return comparingLong(row -> PackedRow.number(row, place));
  }

  /** TKT-2026-1000000 comes after TKT-2026-999999. */
  private static int byNumber(String left, String right) {
    int end = left.lastIndexOf('-');
    if (end < 0
        || end != right.lastIndexOf('-')
        || !left.regionMatches(0, right, 0, end)
        || left.length() == right.length()) {
      return left.compareTo(right);
    }
    return Integer.compare(left.length(), right.length());
  }
}
