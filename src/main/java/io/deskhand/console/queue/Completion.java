package io.deskhand.console.queue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One way to go on with a search.
 *
 * @param label what is offered
 * @param start where its replacement begins in the text
 * @param end where it ends (exclusive): the caret
 * @param insert what is put there
 */
record Completion(String label, int start, int end, String insert) {
  private static final int MOST = 8;

  /** What can follow at the caret; empty when what stands there is complete, or plain words. */
  static List<Completion> at(String text, int caret, SearchFilters filters) {
    int start = text.lastIndexOf(' ', caret - 1) + 1;
    String word = text.substring(start, caret);
    int colon = word.indexOf(':');
    return colon < 0
        ? fields(word, start, caret)
        : values(
            word.substring(0, colon), word.substring(colon + 1), start + colon + 1, caret, filters);
  }

  private static List<Completion> fields(String word, int start, int caret) {
    String typed = word.toLowerCase(Locale.ROOT);
    return SearchFilters.FIELDS.stream()
        .filter(field -> field.startsWith(typed))
        .map(field -> new Completion(field + ":", start, caret, field + ":"))
        .toList();
  }

  private static List<Completion> values(
      String field, String typedValues, int start, int caret, SearchFilters filters) {
    if (!filters.knows(field)) {
      return List.of();
    }
    int lastStart = typedValues.lastIndexOf(',') + 1;
    String typed = typedValues.substring(lastStart).toLowerCase(Locale.ROOT);
    Stream<String> fitting =
        filters.values(SearchFilters.canonical(field)).stream()
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed))
            .filter(value -> !value.equals(typed));
    return fitting
        .limit(MOST)
        .map(value -> new Completion(value, start + lastStart, caret, value + " "))
        .toList();
  }
}
