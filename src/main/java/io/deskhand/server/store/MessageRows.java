package io.deskhand.server.store;

import io.deskhand.model.Attachment;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import java.sql.SQLException;

/** A message as a row. */
final class MessageRows {
  private static final String MESSAGES = "messages";

  static final Table<Message> TABLE =
      Table.<Message>named(MESSAGES)
          .id("id", Message::id)
          .id("ticket_id", Message::ticketId)
          .id("sender_id", Message::senderId)
          .sealed("sender_name", Message::senderName)
          .name("sender_type", Message::senderType)
          .text("body", Message::body)
          .flag("internal", Message::internal)
          .json("attachments", Message::attachments)
          .id("read_by", Message::readBy)
          .time("read_at", Message::readAt)
          .time("created_at", Message::createdAt)
          .build();

  private MessageRows() {}

  static Message read(Row row) throws SQLException {
    return new Message(
        row.id("id"),
        row.id("ticket_id"),
        row.idOrNull("sender_id"),
        row.opened(MESSAGES, "sender_name"),
        row.name("sender_type", SenderType.class),
        row.text("body"),
        row.flag("internal"),
        row.list("attachments", Attachment[].class),
        row.idOrNull("read_by"),
        row.timeOrNull("read_at"),
        row.time("created_at"));
  }
}
