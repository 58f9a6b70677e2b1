package io.deskhand.server.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is searched for: every one of some words, the last of which may be only begun. */
record TextQuery(List<Word> words) {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
  private static final int MOST_WORDS = 20;

  /**
   * One word.
   *
   * @param begun whether longer words fit as well
   * @param number set if it is the beginning of a ticket's number, and nothing else
   */
  record Word(String text, boolean begun, @Nullable NumberPrefix number) {
    /** The place in a year's sequence that it names, if it is a number. */
    OptionalLong sequence() {
      return number == null && DIGITS.matcher(text).matches()
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    }
  }

  TextQuery {
    words = List.copyOf(words);
  }

  /** Reads what somebody typed; words beyond the first twenty are left out. */
  static TextQuery parse(String text, Words analyzer) {
    List<Word> words = new ArrayList<>();
    for (String piece : text.strip().split("\\s+")) {
      Optional<NumberPrefix> number = NumberPrefix.parse(piece);
      if (number.isPresent()) {
        words.add(new Word(piece, true, number.get()));
      } else {
        analyzer.of(piece).forEach(word -> words.add(new Word(word, false, null)));
      }
    }
    if (!words.isEmpty()) {
      Word last = words.removeLast();
      words.add(new Word(last.text(), true, last.number()));
    }
    return new TextQuery(words.subList(0, Math.min(words.size(), MOST_WORDS)));
  }
}
