package io.deskhand.server.store;

import io.deskhand.model.Department;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

class SqlDepartments implements DepartmentReads {
  final Handle handle;

  SqlDepartments(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Department> find(UUID id) {
    return handle
        .createQuery("SELECT d.* FROM departments d WHERE d.id = ?")
        .bind(0, id)
        .map(Row.mapper(PlaceRows::department))
        .findOne();
  }

  @Override
  public List<Department> all() {
    return handle
        .createQuery("SELECT d.* FROM departments d ORDER BY d.name, d.id")
        .map(Row.mapper(PlaceRows::department))
        .list();
  }
}
