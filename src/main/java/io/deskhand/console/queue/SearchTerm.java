package io.deskhand.console.queue;

/**
 * One piece of a search, as it was typed.
 *
 * @param start where it begins in the text
 * @param end where it ends (exclusive)
 * @param field the word before the colon, in lower case; empty for plain words
 * @param value the rest, of a filter without quotes
 * @param understood whether field and value mean something
 */
record SearchTerm(int start, int end, String field, String value, boolean understood) {
  /** Whether it narrows by a field, and so is shown as a chip. */
  boolean isFilter() {
    return !field.isEmpty();
  }
}
