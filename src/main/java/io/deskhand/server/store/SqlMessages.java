package io.deskhand.server.store;

import io.deskhand.model.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlMessages implements MessageReads {
  final Handle handle;

  SqlMessages(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Message> find(UUID id) {
    return handle
        .createQuery("SELECT m.* FROM messages m WHERE m.id = ?")
        .bind(0, id)
        .map(Row.mapper(MessageRows::read))
        .findOne();
  }

  @Override
  public List<Message> page(
      UUID ticketId, boolean withNotes, @Nullable Position before, int limit) {
    Where where = of(ticketId, withNotes);
    Position end = Objects.requireNonNullElse(before, Position.END);
    where.and("(m.created_at, m.id) < (?, ?)", end.at(), end.id());
    // All of one ticket: it is in the order so that H2 reads just these rows from the index.
    String sql =
        """
        SELECT m.* FROM messages m WHERE %s
        ORDER BY m.ticket_id DESC, m.created_at DESC, m.id DESC LIMIT %d\
        """
            .formatted(where.sql(), limit);
    return where
        .bindTo(handle.createQuery(sql))
        .map(Row.mapper(MessageRows::read))
        .list()
        .reversed();
  }

  @Override
  public long count(UUID ticketId, boolean withNotes) {
    Where where = of(ticketId, withNotes);
    return where
        .bindTo(handle.createQuery("SELECT COUNT(*) FROM messages m WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Message> unread(UUID ticketId, boolean forStaff, Position upTo) {
    Where where = of(ticketId, false).and("m.read_at IS NULL");
    where.and(forStaff ? "m.sender_type = 'customer'" : "m.sender_type <> 'customer'");
    where.and("(m.created_at, m.id) <= (?, ?)", upTo.at(), upTo.id());
    String sql = "SELECT m.* FROM messages m WHERE " + where.sql() + " ORDER BY m.created_at, m.id";
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(MessageRows::read)).list();
  }

  private static Where of(UUID ticketId, boolean withNotes) {
    Where where = new Where().and("m.ticket_id = ?", ticketId);
    return withNotes ? where : where.and("NOT m.internal");
  }
}
