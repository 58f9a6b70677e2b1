package io.deskhand.sync.index;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.sync.bytes.Unpacker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands where in a row of bytes. In front, at fixed places, is what queues filter and sort
 * by; then come the texts that they sort by and search, and then the rest, which {@link Packing}
 * knows.
 */
final class PackedRow {
  /** A time that is not there; before all others. */
  static final long NEVER = Long.MIN_VALUE;

  static final int ID_HIGH = 0;
  static final int ID_LOW = 8;
  static final int CREATED = 16;
  static final int UPDATED = 24;
  static final int LAST_MESSAGE = 32;
  static final int DUE = 40;
  static final int VERSION = 48;
  static final int CATEGORY = 56;
  static final int DEPARTMENT = 60;
  static final int ASSIGNED = 64;
  static final int ASSIGNED_NAME = 68;
  static final int ESCALATED = 72;
  static final int TAGS = 76;
  static final int CUSTOMER_HIGH = 80;
  static final int CUSTOMER_LOW = 88;
  static final int ORDINAL = 96;
  static final int STATUS = 100;
  static final int PRIORITY = 101;
  static final int CHANNEL = 102;
  static final int MARKS = 103;
  static final int TEXTS = 104;

  /** Texts by the place in which they stand. */
  static final int NUMBER_TEXT = 0;

  static final int SUBJECT_TEXT = 1;
  static final int CUSTOMER_TEXT = 2;

  /** So many texts, the customer's e-mail being the last, are searched. */
  static final int SEARCHED = 4;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final Status[] STATES = Status.values();
  private static final Priority[] PRIORITIES = Priority.values();

  private PackedRow() {}

  static long number(byte[] row, int at) {
    return (long) LONGS.get(row, at);
  }

  static void number(byte[] row, int at, long value) {
    LONGS.set(row, at, value);
  }

  static int code(byte[] row, int at) {
    return (int) INTS.get(row, at);
  }

  static void code(byte[] row, int at, int value) {
    INTS.set(row, at, value);
  }

  static int ordinal(byte[] row) {
    return code(row, ORDINAL);
  }

  static UUID id(byte[] row) {
    return new UUID(number(row, ID_HIGH), number(row, ID_LOW));
  }

  static Status status(byte[] row) {
    return STATES[row[STATUS]];
  }

  static Priority priority(byte[] row) {
    return PRIORITIES[row[PRIORITY]];
  }

  /** One of the texts, by its place. */
  static @Nullable String text(byte[] row, int place) {
    Unpacker texts = new Unpacker(row, TEXTS);
    for (int skipped = 0; skipped < place; skipped++) {
      texts.skipText();
    }
    return texts.text();
  }
}
