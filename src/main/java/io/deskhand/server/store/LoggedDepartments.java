package io.deskhand.server.store;

import io.deskhand.model.Department;
import io.deskhand.protocol.EntityType;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class LoggedDepartments extends SqlDepartments implements DepartmentWrites {
  private final Changes changes;

  LoggedDepartments(Handle handle, Changes changes) {
    super(handle);
    this.changes = changes;
  }

  @Override
  public void insert(Department department) {
    PlaceRows.DEPARTMENTS.insert(handle, department);
    log(department, null);
  }

  @Override
  public void update(Department before, Department after) {
    PlaceRows.DEPARTMENTS.update(handle, after);
    log(after, Audience.STAFF);
  }

  @Override
  public void addAgents(UUID id, int delta) {
    handle.execute(
        "UPDATE departments SET agent_count = agent_count + ?, version = version + 1 WHERE id = ?",
        delta,
        id);
    log(find(id).orElseThrow(), Audience.STAFF);
  }

  private void log(Department department, @Nullable Audience before) {
    changes.put(EntityType.DEPARTMENT, department.id(), department, before, Audience.STAFF, null);
  }
}
