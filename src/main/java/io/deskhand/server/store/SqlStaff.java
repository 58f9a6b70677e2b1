package io.deskhand.server.store;

import io.deskhand.model.Agent;
import io.deskhand.model.Role;
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
  public List<Agent> leadsOf(@Nullable UUID departmentId) {
    List<Agent> leads =
        departmentId == null
            ? List.of()
            : working(
                Role.LEAD,
                """
                (a.department_id = ? OR a.id IN
                  (SELECT l.agent_id FROM led_departments l WHERE l.department_id = ?))\
                """,
                departmentId,
                departmentId);
    return leads.isEmpty() ? working(Role.ADMIN, "TRUE") : leads;
  }

  private List<Agent> working(Role role, String condition, Object... values) {
    Where where =
        new Where().and("NOT a.disabled").and("a.role = ?", role.wire()).and(condition, values);
    String sql = "SELECT a.* FROM agents a WHERE " + where.sql() + " ORDER BY a.name, a.id";
    return where.bindTo(handle.createQuery(sql)).map(Row.mapper(StaffRows::read)).list();
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
