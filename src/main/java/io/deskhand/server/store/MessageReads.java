package io.deskhand.server.store;

import io.deskhand.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversations. */
public interface MessageReads {
  Optional<Message> find(UUID id);

  /**
   * The last {@code limit} messages before {@code before} (null: of all), oldest first.
   *
   * @param withNotes whether internal notes are among them
   */
  List<Message> page(UUID ticketId, boolean withNotes, @Nullable Position before, int limit);

  long count(UUID ticketId, boolean withNotes);

  /**
   * What the staff ({@code forStaff}) or the customer has not read of the other side's messages,
   * oldest first, up to and including {@code upTo}.
   */
  List<Message> unread(UUID ticketId, boolean forStaff, Position upTo);
}
