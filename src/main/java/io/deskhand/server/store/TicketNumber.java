package io.deskhand.server.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ticket's number, {@code TKT-2026-000123}: the year, and the place in that year's sequence. */
public record TicketNumber(int year, long sequence) {
  private static final Pattern FORM = Pattern.compile("TKT-(\\d{4})-(\\d{1,18})");

  /**
   * Reads a number.
   *
   * @throws IllegalArgumentException if {@code text} is none
   */
  public static TicketNumber parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a ticket number: " + text);
    }
    return new TicketNumber(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "TKT-%d-%06d", year, sequence);
  }
}
