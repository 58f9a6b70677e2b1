package io.deskhand.console.conversation;

import java.util.Optional;

/**
 * The text of a draft on disk: first a reply that waits to be sent, if there is one, then what is
 * being typed. Whatever happens before it is sent, both are still there.
 */
final class DraftText {
  private static final String BETWEEN = "\n\n";

  private DraftText() {}

  static String join(Optional<String> waiting, String typed) {
    String first = waiting.orElse("");
    if (first.isEmpty()) {
      return typed;
    }
    return typed.isBlank() ? first : first + BETWEEN + typed;
  }

  /** A draft without the reply at its beginning; as it is if it does not begin with that. */
  static String without(Optional<String> sent, String draft) {
    if (sent.isEmpty() || !draft.startsWith(sent.get())) {
      return draft;
    }
    String rest = draft.substring(sent.get().length());
    return rest.startsWith(BETWEEN) ? rest.substring(BETWEEN.length()) : rest;
  }
}
