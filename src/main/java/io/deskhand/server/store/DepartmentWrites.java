package io.deskhand.server.store;

import io.deskhand.model.Department;
import java.util.UUID;

/** The teams of agents, to change. */
public interface DepartmentWrites extends DepartmentReads {
  void insert(Department department);

  /** Replaces {@code before} by {@code after}, which has the same id. */
  void update(Department before, Department after);

  /** Adds {@code delta} to the department's count of agents. */
  void addAgents(UUID id, int delta);
}
