package io.deskhand.server.store;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedMessages extends SqlMessages implements MessageWrites {
  private final Changes changes;

  LoggedMessages(Handle handle, Changes changes) {
    super(handle);
    this.changes = changes;
  }

  @Override
  public void insert(Message message, Ticket ticket) {
    MessageRows.TABLE.insert(handle, message);
    log(message, ticket, null);
  }

  @Override
  public void markRead(Message message, Ticket ticket) {
    handle.execute(
        "UPDATE messages SET read_by = ?, read_at = ? WHERE id = ?",
        message.readBy(),
        message.readAt(),
        message.id());
    log(message, ticket, Audience.of(ticket, message.internal()));
  }

  private void log(Message message, Ticket ticket, @Nullable Audience before) {
    Audience after = Audience.of(ticket, message.internal());
    changes.put(EntityType.MESSAGE, message.id(), message, before, after, ticket.id());
  }
}
