package io.deskhand.sync.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number for each value that many tickets share, such as a team or a category; 0 for null. Values
 * are numbered by one thread at a time, and read by any thread that has got the number from there.
 */
final class Shared<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private volatile @Nullable Object[] values = new @Nullable Object[64];

  synchronized int number(@Nullable T value) {
    if (value == null) {
      return 0;
    }
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    int number = numbers.size() + 1;
    @Nullable Object[] here = values;
    if (number >= here.length) {
      here = Arrays.copyOf(here, 2 * here.length);
    }
    here[number] = value;
    values = here;
    numbers.put(value, number);
    return number;
  }

  @SuppressWarnings("unchecked") // nothing else is put in
  @Nullable T value(int number) {
    return (T) values[number];
  }
}
