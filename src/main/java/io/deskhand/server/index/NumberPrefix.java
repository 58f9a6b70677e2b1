package io.deskhand.server.index;

import io.deskhand.server.store.TicketNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of a ticket's number, as the ranges of numbers that it fits. */
record NumberPrefix(List<Range> ranges) {
  private static final Pattern FORM =
      Pattern.compile("TKT(?:-(\\d{0,4})|-(\\d{4})-(\\d{0,12}))?", Pattern.CASE_INSENSITIVE);
  private static final int YEAR_DIGITS = 4;
  private static final int DIGITS = 6;
  private static final int MOST_DIGITS = 12;
  private static final long YEAR = powerOfTen(MOST_DIGITS);

  /** From {@code first} to {@code last}, both included. */
  record Range(long first, long last) {}

  NumberPrefix {
    ranges = List.copyOf(ranges);
  }

  /** A ticket's number as one that is in the same order. */
  static long pack(TicketNumber number) {
    return number.year() * YEAR + Math.min(number.sequence(), YEAR - 1);
  }

  /** What {@code text} is the beginning of; empty if of no number. */
  static Optional<NumberPrefix> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(2) == null) {
      String year = matcher.group(1) == null ? "" : matcher.group(1);
      long first = Long.parseLong(year + "0".repeat(YEAR_DIGITS - year.length()));
      long last = Long.parseLong(year + "9".repeat(YEAR_DIGITS - year.length()));
      return Optional.of(
          new NumberPrefix(List.of(new Range(first * YEAR, last * YEAR + YEAR - 1))));
    }
    long year = Long.parseLong(matcher.group(2)) * YEAR;
    return Optional.of(new NumberPrefix(sequences(year, matcher.group(3))));
  }

  private static List<Range> sequences(long year, String digits) {
    long begin = digits.isEmpty() ? 0 : Long.parseLong(digits);
    List<Range> ranges = new ArrayList<>();
    for (int width = Math.max(DIGITS, digits.length()); width <= MOST_DIGITS; width++) {
      // Only numbers of six digits are filled up with zeros.
      if (width == DIGITS || !digits.startsWith("0")) {
        long step = powerOfTen(width - digits.length());
        long least = width == DIGITS ? 0 : powerOfTen(width - 1);
        ranges.add(new Range(year + Math.max(begin * step, least), year + (begin + 1) * step - 1));
      }
    }
    return ranges;
  }

  boolean fits(long packed) {
    for (Range range : ranges) {
      if (packed >= range.first() && packed <= range.last()) {
        return true;
      }
    }
    return false;
  }

  /** The place of a packed number in its year's sequence. */
  static long sequence(long packed) {
    return packed % YEAR;
  }

  private static long powerOfTen(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }
}
