package io.deskhand.server.store;

import io.deskhand.model.Department;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The teams of agents. */
public interface DepartmentReads {
  Optional<Department> find(UUID id);

  /** All of them, by name. */
  List<Department> all();
}
