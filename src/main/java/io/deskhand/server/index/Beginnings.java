package io.deskhand.server.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The first letters of words, which are words of a field of their own: what somebody has typed two
 * letters of is one entry there, and thousands in the field of whole words.
 */
final class Beginnings {
  /** Longer ones are begun by so few words that each of these is looked up. */
  private static final int LONGEST = 3;

  private Beginnings() {}

  /** Whether {@code text} is short enough to be found as a beginning. */
  static boolean has(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST;
  }

  /** Those of {@code words}, each once; a short word is one itself. */
  static Set<String> of(Collection<String> words) {
    Set<String> found = new LinkedHashSet<>();
    for (String word : words) {
      int letters = Math.min(LONGEST, word.codePointCount(0, word.length()));
      for (int n = 1; n <= letters; n++) {
        found.add(word.substring(0, word.offsetByCodePoints(0, n)));
      }
    }
    return found;
  }
}
