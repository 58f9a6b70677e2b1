package io.deskhand.server.store;

import io.deskhand.model.Agent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

class SqlStaff implements StaffReads {
  final Handle handle;

  SqlStaff(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Agent> find(UUID id) {
    return one(new Where().and("a.id = ?", id), "");
  }

  @Override
  public Optional<Agent> findByEmail(String email) {
    return one(new Where().and("a.email_key = ?", StaffRows.emailKey(email)), "");
  }

  @Override
  public List<Agent> all() {
    return handle
        .createQuery("SELECT a.* FROM agents a ORDER BY a.name, a.id")
        .map(Row.mapper(StaffRows::read))
        .list();
  }

  @Override
  public Optional<Agent> leastBusy(@Nullable UUID departmentId, int tier, @Nullable UUID except) {
    Where where =
        new Where()
            .and("NOT a.disabled")
            .and("a.status = 'available'")
            .and("a.active_tickets < a.capacity")
            .and("a.tier >= ?", tier);
    if (departmentId != null) {
      where.and("a.department_id = ?", departmentId);
    }
    if (except != null) {
      where.and("a.id <> ?", except);
    }
    return one(
        where,
        " ORDER BY a.active_tickets, a.last_assigned_at NULLS FIRST, a.id FETCH FIRST ROW ONLY");
  }

  private Optional<Agent> one(Where where, String rest) {
    return where
        .bindTo(handle.createQuery("SELECT a.* FROM agents a WHERE " + where.sql() + rest))
        .map(Row.mapper(StaffRows::read))
        .findOne();
  }
}
