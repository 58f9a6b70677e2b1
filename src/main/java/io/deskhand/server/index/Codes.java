package io.deskhand.server.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Small numbers for values that many rows share, so that a column of them is one of numbers. */
final class Codes<T> {
  /** The code of no value. */
  static final int NONE = 0;

  /** The code of a value that no row has. */
  static final int UNKNOWN = -1;

  private final Map<T, Integer> codes = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** The code of {@code value}, a new one if need be. */
  int add(@Nullable T value) {
    if (value == null) {
      return NONE;
    }
    Integer known = codes.get(value);
    if (known != null) {
      return known;
    }
    values.add(value);
    codes.put(value, values.size());
    return values.size();
  }

  /** The code of {@code value}, {@link #UNKNOWN} if it has none. */
  int find(T value) {
    return codes.getOrDefault(value, UNKNOWN);
  }

  /** The value of a code that is not {@link #NONE}. */
  T get(int code) {
    return values.get(code - 1);
  }

  /** All codes are smaller. */
  int size() {
    return values.size() + 1;
  }

  /** The codes of {@code wanted}, as far as they have one. */
  FixedBitSet of(Iterable<T> wanted) {
    FixedBitSet found = new FixedBitSet(size());
    for (T value : wanted) {
      int code = find(value);
      if (code != UNKNOWN) {
        found.set(code);
      }
    }
    return found;
  }

  /** The codes of the values that fit. */
  FixedBitSet where(Predicate<T> fits) {
    FixedBitSet found = new FixedBitSet(size());
    for (int i = 0; i < values.size(); i++) {
      if (fits.test(values.get(i))) {
        found.set(i + 1);
      }
    }
    return found;
  }
}
