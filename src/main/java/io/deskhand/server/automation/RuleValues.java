package io.deskhand.server.automation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is written in the values of rules. */
final class RuleValues {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private RuleValues() {}

  /** {@code text} as an id; empty if it is none. */
  static Optional<UUID> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
