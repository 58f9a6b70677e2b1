package io.deskhand.sync.index;

import io.deskhand.model.Ticket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search without an index: each word typed must begin a word of the ticket. */
record Words(List<String> typed) {
  private static final Pattern FIELD = Pattern.compile("(?<!\\S)\\w+:");

  /** Quotes and names of fields narrow nothing here. */
  static Words of(String text) {
    String plain = FIELD.matcher(text).replaceAll("").replace('"', ' ');
    return new Words(
        Stream.of(plain.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList());
  }

  boolean fit(Ticket ticket) {
    for (String word : typed) {
      if (!begins(word, ticket)) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(String word, Ticket ticket) {
    return begins(word, ticket.ticketNumber())
        || begins(word, ticket.subject())
        || begins(word, ticket.customerName())
        || begins(word, ticket.customerEmail())
        || ticket.tags().stream().anyMatch(tag -> begins(word, tag));
  }

  private static boolean begins(String word, @Nullable String text) {
    if (text == null) {
      return false;
    }
    int last = text.length() - word.length();
    for (int at = 0; at <= last; at++) {
      if (startsWord(text, at) && text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
