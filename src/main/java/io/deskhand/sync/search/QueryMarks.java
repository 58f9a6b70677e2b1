package io.deskhand.sync.search;

import io.deskhand.sync.TextMarks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Marks what a {@link TextQuery} has found: the letters that were typed, not the whole words. */
final class QueryMarks implements TextMarks {
  private final TextQuery query;
  private final WordAnalyzer analyzer;

  QueryMarks(TextQuery query, WordAnalyzer analyzer) {
    this.query = query;
    this.analyzer = analyzer;
  }

  @Override
  public List<Mark> in(Place place, String text) {
    BitSet marked = new BitSet(text.length());
    TextField field = TextField.valueOf(place.name());
    List<TextQuery.Piece> pieces =
        query.pieces().stream().filter(piece -> piece.fields().contains(field)).toList();
    if (field == TextField.NUMBER) {
      pieces.forEach(piece -> markNumber(piece.typed(), text, marked));
    } else if (!pieces.isEmpty()) {
      List<WordAnalyzer.Word> words = analyzer.words(text);
      pieces.forEach(piece -> mark(piece, words, marked));
    }
    return marks(marked);
  }

  private static void markNumber(String typed, String number, BitSet marked) {
    String lower = number.toLowerCase(Locale.ROOT);
    int last = lower.lastIndexOf('-') + 1;
    if (lower.startsWith(typed)) {
      marked.set(0, typed.length());
    } else if (lower.startsWith(typed, last)) {
      marked.set(last, last + typed.length());
    }
  }

  private static void mark(TextQuery.Piece piece, List<WordAnalyzer.Word> words, BitSet marked) {
    int length = piece.words().size();
    if (!piece.phrase()) {
      words.forEach(word -> piece.words().forEach(begun -> markBegun(begun, word, marked)));
      return;
    }
    for (int at = 0; at + length <= words.size(); at++) {
      List<WordAnalyzer.Word> some = words.subList(at, at + length);
      if (some.stream().map(WordAnalyzer.Word::text).toList().equals(piece.words())) {
        marked.set(some.getFirst().start(), some.getLast().end());
      }
    }
  }

  private static void markBegun(String begun, WordAnalyzer.Word word, BitSet marked) {
    if (word.text().startsWith(begun)) {
      // Where a letter was folded into two, such as ß, lengths differ: then it is the whole word.
      boolean even = word.text().length() == word.end() - word.start();
      marked.set(word.start(), even ? word.start() + begun.length() : word.end());
    }
  }

  private static List<Mark> marks(BitSet marked) {
    List<Mark> marks = new ArrayList<>();
    for (int start = marked.nextSetBit(0); start >= 0; ) {
      int end = marked.nextClearBit(start);
      marks.add(new Mark(start, end));
      start = marked.nextSetBit(end);
    }
    return marks;
  }
}
