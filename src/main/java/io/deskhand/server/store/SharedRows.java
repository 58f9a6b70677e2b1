package io.deskhand.server.store;

import io.deskhand.model.Macro;
import io.deskhand.model.RuleAction;
import io.deskhand.model.SavedView;
import io.deskhand.model.Shareable;
import io.deskhand.protocol.EntityType;
import java.sql.SQLException;

/** Saved views and macros as rows. */
final class SharedRows {
  static final Kind<SavedView> VIEWS =
      new Kind<>(
          EntityType.VIEW,
          "saved_views",
          SharedRows.<SavedView>common("saved_views")
              .json("query", SavedView::query)
              .time("created_at", SavedView::createdAt)
              .time("updated_at", SavedView::updatedAt)
              .bigNumber("version", SavedView::version)
              .build(),
          SharedRows::view);

  static final Kind<Macro> MACROS =
      new Kind<>(
          EntityType.MACRO,
          "macros",
          SharedRows.<Macro>common("macros")
              .text("body", Macro::body)
              .flag("internal", Macro::internal)
              .json("actions", Macro::actions)
              .time("created_at", Macro::createdAt)
              .time("updated_at", Macro::updatedAt)
              .bigNumber("version", Macro::version)
              .build(),
          SharedRows::macro);

  private SharedRows() {}

  private static <T extends Shareable> Table.Builder<T> common(String table) {
    return Table.<T>named(table)
        .id("id", Shareable::id)
        .text("name", Shareable::name)
        .flag("shared", Shareable::shared)
        .id("department_id", Shareable::departmentId)
        .id("owner_id", Shareable::ownerId)
        .number("position", Shareable::position);
  }

  private static SavedView view(Row row) throws SQLException {
    return new SavedView(
        row.id("id"),
        row.text("name"),
        row.texts("query"),
        row.flag("shared"),
        row.idOrNull("department_id"),
        row.id("owner_id"),
        row.number("position"),
        null,
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }

  private static Macro macro(Row row) throws SQLException {
    return new Macro(
        row.id("id"),
        row.text("name"),
        row.textOrNull("body"),
        row.flag("internal"),
        row.list("actions", RuleAction[].class),
        row.flag("shared"),
        row.idOrNull("department_id"),
        row.id("owner_id"),
        row.number("position"),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
