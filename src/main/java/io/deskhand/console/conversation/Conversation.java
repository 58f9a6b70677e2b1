package io.deskhand.console.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the conversation shows now.
 *
 * @param ticketId null for none
 * @param presence what is there of it
 * @param olderThere whether there is more before the first row
 */
record Conversation(
    @Nullable UUID ticketId, List<Row> rows, Presence presence, boolean olderThere) {
  static final Conversation NONE = new Conversation(null, List.of(), Presence.HERE, false);

  /** What is there of it. */
  enum Presence {
    HERE,
    LOADING,
    NOT_HERE_WHILE_OFFLINE
  }

  Conversation {
    rows = List.copyOf(rows);
  }

  /** Where the unread rows begin; -1 if there are none. */
  int firstUnread() {
    return rows.indexOf(new Row.Unread());
  }
}
