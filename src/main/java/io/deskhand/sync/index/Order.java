package io.deskhand.sync.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.deskhand.sync.TicketQuery;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a query: total, so that a packed row's place can be found by its values. */
final class Order {
  private static final Comparator<@Nullable String> WORDS =
      nullsFirst(String.CASE_INSENSITIVE_ORDER.thenComparing(naturalOrder()));

  private static final Comparator<byte[]> NEWEST_FIRST =
      comparingLong((byte[] row) -> PackedRow.number(row, PackedRow.CREATED))
          .thenComparingLong(row -> PackedRow.number(row, PackedRow.ID_HIGH))
          .thenComparingLong(row -> PackedRow.number(row, PackedRow.ID_LOW))
          .reversed();

  private Order() {}

  static Comparator<byte[]> of(List<TicketQuery.Sort> sorts, Packing packing) {
    Comparator<byte[]> order = null;
    for (TicketQuery.Sort sort : sorts) {
      Comparator<byte[]> key = of(sort.key(), packing);
      Comparator<byte[]> next = sort.descending() ? key.reversed() : key;
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null ? NEWEST_FIRST : order.thenComparing(NEWEST_FIRST);
  }

  private static Comparator<byte[]> of(TicketQuery.Key key, Packing packing) {
    return switch (key) {
      case CREATED_AT -> byTime(PackedRow.CREATED);
      case UPDATED_AT -> byTime(PackedRow.UPDATED);
      case LAST_MESSAGE_AT -> byTime(PackedRow.LAST_MESSAGE);
      case DUE_AT -> byTime(PackedRow.DUE);
      case PRIORITY -> comparing(PackedRow::priority);
      case STATUS -> comparing(PackedRow::status);
      case NUMBER ->
          byText(row -> PackedRow.text(row, PackedRow.NUMBER_TEXT), nullsFirst(Order::byNumber));
      case SUBJECT -> byText(row -> PackedRow.text(row, PackedRow.SUBJECT_TEXT), WORDS);
      case CUSTOMER -> byText(row -> PackedRow.text(row, PackedRow.CUSTOMER_TEXT), WORDS);
      case ASSIGNEE -> byText(packing::assignee, WORDS);
    };
  }

  private static Comparator<byte[]> byTime(int place) {
    return comparingLong(row -> PackedRow.number(row, place));
  }

  private static Comparator<byte[]> byText(
      Function<byte[], @Nullable String> text, Comparator<@Nullable String> order) {
    return (left, right) -> order.compare(text.apply(left), text.apply(right));
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
