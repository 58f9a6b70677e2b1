package io.deskhand.console.conversation;

import io.deskhand.sync.TicketState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the conversation shows now.
 *
 * @param ticketId null for none
 * @param loading what is there of it
 * @param olderThere whether there is more before the first row
 */
record Conversation(
    @Nullable UUID ticketId, List<Row> rows, TicketState.Loading loading, boolean olderThere) {
  static final Conversation NONE =
      new Conversation(null, List.of(), TicketState.Loading.LOADED, false);

  Conversation {
    rows = List.copyOf(rows);
  }

  /** Where the unread rows begin; -1 if there are none. */
  int firstUnread() {
    return rows.indexOf(new Row.Unread());
  }
}
