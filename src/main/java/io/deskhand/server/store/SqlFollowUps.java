package io.deskhand.server.store;

import io.deskhand.model.FollowUp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlFollowUps<T extends FollowUp> implements FollowUpReads<T> {
  final Handle handle;
  final Kind<T> kind;

  SqlFollowUps(Handle handle, Kind<T> kind) {
    this.handle = handle;
    this.kind = kind;
  }

  @Override
  public Optional<T> find(UUID id, Scope scope) {
    Where where = visible(scope).and("x.id = ?", id);
    return where
        .bindTo(handle.createQuery(select("x.*", where)))
        .map(Row.mapper(kind.reader()))
        .findOne();
  }

  @Override
  public boolean isTaken(UUID id) {
    return handle
        .createQuery(select("x.id", new Where().and("x.id = ?", id)))
        .bind(0, id)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  @Override
  public List<T> page(FollowUpFilter filter, Scope scope, @Nullable Position before, int limit) {
    Where where = where(filter, scope);
    if (before != null) {
      Visible.before(where, "x.created_at", before);
    }
    String sql = select("x.*", where) + " ORDER BY x.created_at DESC, x.id DESC LIMIT " + limit;
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(kind.reader())).list();
  }

  @Override
  public long count(FollowUpFilter filter, Scope scope) {
    Where where = where(filter, scope);
    return where.bindTo(handle.createQuery(select("COUNT(*)", where))).mapTo(Long.class).one();
  }

  private String select(String what, Where where) {
    return "SELECT " + what + " FROM " + kind.name() + " x WHERE " + where.sql();
  }

  private static Where visible(Scope scope) {
    return Visible.either(Visible.throughTicket(scope), Visible.withoutTicket(scope));
  }

  private static Where where(FollowUpFilter filter, Scope scope) {
    Where where = visible(scope).andIn("x.status", filter.statuses());
    same(where, "x.ticket_id", filter.ticketId());
    same(where, "x.customer_id", filter.customerId());
    same(where, "x.organization_id", filter.organizationId());
    same(where, "x.assigned_to", filter.assignedTo());
    return where;
  }

  private static void same(Where where, String column, @Nullable UUID id) {
    if (id != null) {
      where.and(column + " = ?", id);
    }
  }
}
