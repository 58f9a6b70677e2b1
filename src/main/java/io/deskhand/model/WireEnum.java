package io.deskhand.model;

import java.util.Locale;
import java.util.Optional;

/**
 * An enum with a name on the wire: lower_snake, the same as its constant in lower case. Output is
 * always {@link #wire()}; input is lenient ({@code InProgress}, {@code in-progress}, {@code
 * IN_PROGRESS} are one value).
 */
public interface WireEnum {
  /** The constant's name, as every enum has it. */
  String name();

  /** The value's one name on the wire. */
  default String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant that {@code text} means, however it is spelled; empty if there is none. */
  static <E extends Enum<E> & WireEnum> Optional<E> parse(Class<E> type, String text) {
    E[] constants = type.getEnumConstants();
    // What this program wrote itself needs no leniency, and is most of what is ever parsed.
    for (E constant : constants) {
      if (constant.wire().equals(text)) {
        return Optional.of(constant);
      }
    }
    String wanted = normalise(text);
    for (E constant : constants) {
      if (constant.wire().equals(wanted) || constant.alsoKnownAs(wanted)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code wanted} (lower_snake) is another accepted name of this value. */
  default boolean alsoKnownAs(String wanted) {
    return false;
  }

  private static String normalise(String text) {
    return text.strip()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("[\\s-]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}
