package io.deskhand.sync.index;

import io.deskhand.sync.bytes.Unpacker;
import java.util.ArrayList;
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

  /** Whether a packed row has them all. */
  boolean fit(Packing packing, byte[] row) {
    if (typed.isEmpty()) {
      return true;
    }
    Unpacker texts = new Unpacker(row, PackedRow.TEXTS);
    List<@Nullable String> places = new ArrayList<>(packing.tags(row));
    for (int place = 0; place < PackedRow.SEARCHED; place++) {
      places.add(texts.text());
    }
    return typed.stream().allMatch(word -> places.stream().anyMatch(text -> begins(word, text)));
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
