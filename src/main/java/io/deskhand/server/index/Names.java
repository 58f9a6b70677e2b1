package io.deskhand.server.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The customers' names on tickets and the words in them. In memory only: they are personal data,
 * and never go into an index on disk. Guarded by its owner's lock.
 */
final class Names {
  private final Words analyzer = new Words();
  private final Codes<String> names = new Codes<>();
  private final NavigableMap<String, List<Integer>> byWord = new TreeMap<>();

  /** The code of {@code name}, a new one if need be. */
  int add(@Nullable String name) {
    int known = names.size();
    int code = names.add(name);
    if (code == known && name != null) {
      analyzer
          .of(name)
          .forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(code));
    }
    return code;
  }

  /** The codes of the names with {@code word} in them. */
  FixedBitSet with(TextQuery.Word word) {
    FixedBitSet codes = new FixedBitSet(names.size());
    if (word.number() == null) {
      with(word.text(), word.begun()).forEach(found -> found.forEach(codes::set));
    }
    return codes;
  }

  private Collection<List<Integer>> with(String word, boolean begun) {
    return begun
        ? byWord.subMap(word, true, word + Character.MAX_VALUE, false).values()
        : List.of(byWord.getOrDefault(word, List.of()));
  }
}
