package io.deskhand.sync;

import java.util.List;

/** Where the words that somebody searches for stand in a text. Thread-safe. */
public interface TextMarks {
  /** Nothing is searched for. */
  TextMarks NONE = (place, text) -> List.of();

  /** The pieces of {@code text} to mark, in its order, none over another. */
  List<Mark> in(Place place, String text);

  /** What a text is: a search may be for some of them only. */
  enum Place {
    NUMBER,
    SUBJECT,
    CUSTOMER,
    MESSAGE
  }

  /** From {@code start} (inclusive) to {@code end} (exclusive), in characters of the text. */
  record Mark(int start, int end) {}
}
