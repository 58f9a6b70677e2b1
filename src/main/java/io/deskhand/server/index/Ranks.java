package io.deskhand.server.index;

/** The numbers that stand for enum values in columns. */
final class Ranks {
  private Ranks() {}

  /** The place of {@code value} in the order of declaration. */
  @SuppressWarnings("EnumOrdinal") // Lives no longer than the process: nothing of it is stored.
  static int of(Enum<?> value) {
    return value.ordinal();
  }
}
