package io.deskhand.server.store;

import io.deskhand.model.Agent;
import io.deskhand.protocol.EntityType;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedStaff extends SqlStaff implements StaffWrites {
  private final Changes changes;
  private final DepartmentWrites departments;

  LoggedStaff(Handle handle, Changes changes, DepartmentWrites departments) {
    super(handle);
    this.changes = changes;
    this.departments = departments;
  }

  @Override
  public void insert(StaffMember member) {
    Agent agent = member.agent();
    StaffRows.TABLE.insert(handle, agent);
    handle.execute(
        "UPDATE agents SET password_hash = ? WHERE id = ?", member.passwordHash(), agent.id());
    addLeads(agent.id(), member.leads());
    countIn(agent.departmentId(), 1);
    log(agent, null);
  }

  @Override
  public void update(Agent before, Agent after) {
    StaffRows.TABLE.update(handle, after);
    boolean moved = !Objects.equals(before.departmentId(), after.departmentId());
    if (moved) {
      countIn(before.departmentId(), -1);
      countIn(after.departmentId(), 1);
    }
    if (moved || before.role() != after.role()) {
      bumpScope(after.id());
    }
    log(after, Audience.STAFF);
  }

  @Override
  public void addLoad(UUID id, int delta) {
    handle.execute(
        "UPDATE agents SET active_tickets = active_tickets + ?, version = version + 1 WHERE id = ?",
        delta,
        id);
    log(find(id).orElseThrow(), Audience.STAFF);
  }

  @Override
  public void assignedAt(UUID id, Instant when) {
    handle.execute("UPDATE agents SET last_assigned_at = ? WHERE id = ?", when, id);
  }

  @Override
  public void disable(Agent agent) {
    handle.execute("UPDATE agents SET disabled = TRUE WHERE id = ?", agent.id());
    log(agent, Audience.STAFF);
  }

  private void addLeads(UUID id, Set<UUID> leads) {
    StaffRows.LEADS.insertAll(
        handle, leads.stream().map(department -> new StaffRows.Lead(id, department)).toList());
  }

  private void bumpScope(UUID id) {
    handle.execute("UPDATE agents SET scope_version = scope_version + 1 WHERE id = ?", id);
  }

  private void countIn(@Nullable UUID department, int delta) {
    if (department != null) {
      departments.addAgents(department, delta);
    }
  }

  private void log(Agent agent, @Nullable Audience before) {
    changes.put(EntityType.AGENT, agent.id(), agent, before, Audience.STAFF, null);
  }
}
