package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message of a ticket's conversation. An internal one is a note that the customer never sees.
 * {@code readAt} is when somebody of the other side first read it.
 */
public record Message(
    UUID id,
    UUID ticketId,
    @Nullable UUID senderId,
    String senderName,
    SenderType senderType,
    String body,
    boolean internal,
    List<Attachment> attachments,
    @Nullable UUID readBy,
    @Nullable Instant readAt,
    Instant createdAt) {
  public Message {
    attachments = List.copyOf(attachments);
  }

  /** This message, read by {@code reader} at {@code when}. */
  public Message read(UUID reader, Instant when) {
    return new Message(
        id,
        ticketId,
        senderId,
        senderName,
        senderType,
        body,
        internal,
        attachments,
        reader,
        when,
        createdAt);
  }
}
