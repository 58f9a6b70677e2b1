package io.deskhand.server.store;

import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Priority;
import java.sql.SQLException;

/** Departments and categories as rows. */
final class PlaceRows {
  static final Table<Department> DEPARTMENTS =
      Table.<Department>named("departments")
          .id("id", Department::id)
          .text("name", Department::name)
          .text("description", Department::description)
          .number("tier", Department::tier)
          .number("agent_count", Department::agentCount)
          .bigNumber("version", Department::version)
          .build();

  static final Table<Category> CATEGORIES =
      Table.<Category>named("categories")
          .text("category_key", Category::key)
          .text("label", Category::label)
          .id("department_id", Category::departmentId)
          .name("default_priority", Category::defaultPriority)
          .build();

  private PlaceRows() {}

  static Department department(Row row) throws SQLException {
    return new Department(
        row.id("id"),
        row.text("name"),
        row.textOrNull("description"),
        row.number("tier"),
        row.number("agent_count"),
        row.bigNumber("version"));
  }

  static Category category(Row row) throws SQLException {
    return new Category(
        row.text("category_key"),
        row.text("label"),
        row.idOrNull("department_id"),
        row.name("default_priority", Priority.class));
  }
}
