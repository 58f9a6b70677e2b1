package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

class SqlTickets implements TicketReads {
  final Handle handle;

  SqlTickets(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Ticket> find(UUID id) {
    return handle
        .createQuery("SELECT t.* FROM tickets t WHERE t.id = ? AND t.deleted_at IS NULL")
        .bind(0, id)
        .map(Row.mapper(TicketRows::read))
        .findOne();
  }

  @Override
  public boolean isTaken(UUID id) {
    return handle
        .createQuery("SELECT t.id FROM tickets t WHERE t.id = ?")
        .bind(0, id)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  @Override
  public long count(TicketFilter filter, Scope scope) {
    Where where = TicketSearch.where(filter, scope);
    return where
        .bindTo(handle.createQuery("SELECT COUNT(*) FROM tickets t WHERE " + where.sql()))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Ticket> list(
      TicketFilter filter, Scope scope, TicketOrder order, int limit, long offset) {
    return select(TicketSearch.where(filter, scope), order, limit, offset);
  }

  @Override
  public List<Ticket> listAfter(
      TicketFilter filter, Scope scope, TicketOrder order, int limit, TicketOrder.Place last) {
    Where where = TicketSearch.where(filter, scope);
    TicketSearch.after(where, order, last);
    return select(where, order, limit, 0);
  }

  @Override
  public List<UUID> ids(TicketFilter filter, Scope scope, int limit) {
    Where where = TicketSearch.where(filter, scope);
    String sql =
        "SELECT t.id FROM tickets t WHERE %s ORDER BY t.created_at, t.id LIMIT %d"
            .formatted(where.sql(), limit);
    return where.bindTo(handle.createQuery(sql)).mapTo(UUID.class).list();
  }

  private List<Ticket> select(Where where, TicketOrder order, int limit, long offset) {
    String sql =
        "SELECT t.* FROM tickets t WHERE %s ORDER BY %s LIMIT %d OFFSET %d"
            .formatted(where.sql(), TicketSearch.orderBy(order), limit, offset);
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(TicketRows::read)).list();
  }
}
