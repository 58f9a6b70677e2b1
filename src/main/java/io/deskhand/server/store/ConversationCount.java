package io.deskhand.server.store;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Counts the messages of an import while they are written, so that only tickets that came with
 * other counters have to be written a second time.
 */
final class ConversationCount {
  private final Map<UUID, Tally> given = new HashMap<>();
  private final Map<UUID, Tally> counted = new HashMap<>();

  private record Tally(int messages, @Nullable Instant last) {
    static final Tally NONE = new Tally(0, null);

    Tally plus(Instant at) {
      return new Tally(messages + 1, last == null || last.isBefore(at) ? at : last);
    }
  }

  /** Takes the counters that {@code ticket} comes with. */
  void expect(Ticket ticket) {
    given.put(ticket.id(), new Tally(ticket.messageCount(), ticket.lastMessageAt()));
    counted.putIfAbsent(ticket.id(), Tally.NONE);
  }

  /** {@code messages}, each counted when it is read. */
  Iterable<Message> counting(Iterable<Message> messages) {
    return () -> {
      Iterator<Message> source = messages.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return source.hasNext();
        }

        @Override
        public Message next() {
          Message message = source.next();
          counted.compute(
              message.ticketId(),
              (id, tally) -> (tally == null ? Tally.NONE : tally).plus(message.createdAt()));
          return message;
        }
      };
    };
  }

  /** Sets the counters of the tickets where what was given is not what was counted. */
  void correct(Handle handle) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE tickets t SET
              message_count = (SELECT COUNT(*) FROM messages m WHERE m.ticket_id = t.id),
              last_message_at = (SELECT MAX(m.created_at) FROM messages m WHERE m.ticket_id = t.id)
            WHERE t.id = ?\
            """)) {
      counted.forEach(
          (id, tally) -> {
            if (!tally.equals(given.get(id))) {
              batch.add(id);
            }
          });
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
