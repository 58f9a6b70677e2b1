package io.deskhand.sync.index;

import java.util.Arrays;
import java.util.UUID;

/**
 * A small number for each ticket, from 0 up, so that sets of tickets are sets of bits and what is
 * known of a ticket stands in arrays. Never given back while this lives. Some 28 bytes a ticket.
 * Thread-safe.
 */
public final class Ordinals {
  private static final int FIRST = 1 << 10;
  private static final int NONE = -1;
  // Two for each number: the ticket's id.
  private long[] ids = new long[2 * FIRST];
  // By hash, with free places in between: numbers.
  private int[] slots = free(2 * FIRST);
  private int count;

  /** The number of {@code ticketId}, the next one if it has none yet. */
  public synchronized int of(UUID ticketId) {
    int slot = slot(ticketId);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (2 * count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * ids.length);
      rehash();
      slot = slot(ticketId);
    }
    ids[2 * count] = ticketId.getMostSignificantBits();
    ids[2 * count + 1] = ticketId.getLeastSignificantBits();
    slots[slot] = count;
    return count++;
  }

  /** The number of {@code ticketId}, or -1 if it has none. */
  public synchronized int find(UUID ticketId) {
    return slots[slot(ticketId)];
  }

  /** How many numbers are given. */
  public synchronized int size() {
    return count;
  }

  /** The ticket with the number {@code ordinal}, which is given. */
  public synchronized UUID id(int ordinal) {
    return new UUID(ids[2 * ordinal], ids[2 * ordinal + 1]);
  }

  private int slot(UUID id) {
    int slot = spread(id.getMostSignificantBits(), id.getLeastSignificantBits());
    while (slots[slot] != NONE && !isAt(slots[slot], id)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int ordinal, UUID id) {
    return ids[2 * ordinal] == id.getMostSignificantBits()
        && ids[2 * ordinal + 1] == id.getLeastSignificantBits();
  }

  private int spread(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> (Long.SIZE - Integer.SIZE)) & (slots.length - 1);
  }

  private void rehash() {
    slots = free(ids.length);
    for (int ordinal = 0; ordinal < count; ordinal++) {
      int slot = spread(ids[2 * ordinal], ids[2 * ordinal + 1]);
      while (slots[slot] != NONE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = ordinal;
    }
  }

  private static int[] free(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
