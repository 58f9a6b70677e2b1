package io.deskhand.server.index;

import java.util.Arrays;
import java.util.UUID;

/**
 * The rows' ids, and the row of each. Rows are numbered from 0 in the order they are added. A map
 * of boxed ids would take ten times the memory.
 */
final class RowIds {
  static final int UNKNOWN = -1;
  private final LongColumn high = new LongColumn();
  private final LongColumn low = new LongColumn();

  /** Of the high halves, turned so that signed order is theirs. */
  private final Bounds bounds = new Bounds();

  private int[] slots = new int[128];
  private int size = 0;

  int size() {
    return size;
  }

  UUID get(int row) {
    return new UUID(high.get(row), low.get(row));
  }

  /** The row of {@code id}, {@link #UNKNOWN} if it has none. */
  int find(UUID id) {
    return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
  }

  /** The row of {@code id}, a new one if need be. */
  int add(UUID id) {
    int known = find(id);
    if (known != UNKNOWN) {
      return known;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    high.set(size, id.getMostSignificantBits());
    bounds.note(size, turned(id.getMostSignificantBits()));
    low.set(size, id.getLeastSignificantBits());
    slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] = size + 1;
    return size++;
  }

  /** In the order of the ids' text. */
  int compare(int row, int other) {
    int byHigh = Long.compareUnsigned(high.get(row), high.get(other));
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low.get(row), low.get(other));
  }

  int compare(int row, UUID id) {
    int byHigh = Long.compareUnsigned(high.get(row), id.getMostSignificantBits());
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low.get(row), id.getLeastSignificantBits());
  }

  /** Whether one of the rows of {@code word} may come before {@code row}. */
  boolean mayPrecede(int word, int row) {
    return bounds.least(word) <= turned(high.get(row));
  }

  /** Whether one of the rows of {@code word} may come after {@code row}. */
  boolean mayFollow(int word, int row) {
    return bounds.greatest(word) >= turned(high.get(row));
  }

  private static long turned(long unsigned) {
    return unsigned ^ Long.MIN_VALUE;
  }

  /** Where the id is, or the free place where it belongs. */
  private int slot(long idHigh, long idLow) {
    int mask = slots.length - 1;
    long mixed = (idHigh ^ Long.rotateLeft(idLow, 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 33) & mask;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, idHigh, idLow)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isAt(int row, long idHigh, long idLow) {
    return high.get(row) == idHigh && low.get(row) == idLow;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    Arrays.stream(old)
        .filter(entry -> entry != 0)
        .forEach(entry -> slots[slot(high.get(entry - 1), low.get(entry - 1))] = entry);
  }
}
