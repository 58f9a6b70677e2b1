package io.deskhand.server.store;

import io.deskhand.model.Activity;
import io.deskhand.model.FollowUp;
import io.deskhand.model.Issue;
import io.deskhand.model.Priority;
import io.deskhand.protocol.EntityType;
import java.sql.SQLException;

/** Activities and issues as rows. */
final class FollowUpRows {
  static final Kind<Activity> ACTIVITIES =
      new Kind<>(
          EntityType.ACTIVITY,
          "activities",
          FollowUpRows.<Activity>common("activities")
              .name("kind", Activity::type)
              .name("status", Activity::status)
              .text("title", Activity::subject)
              .text("description", Activity::description)
              .time("due_at", Activity::dueAt)
              .time("completed_at", Activity::completedAt)
              .id("created_by", Activity::createdBy)
              .time("updated_at", Activity::updatedAt)
              .bigNumber("version", Activity::version)
              .build(),
          FollowUpRows::activity);

  static final Kind<Issue> ISSUES =
      new Kind<>(
          EntityType.ISSUE,
          "issues",
          FollowUpRows.<Issue>common("issues")
              .name("kind", Issue::type)
              .name("status", Issue::status)
              .text("title", Issue::title)
              .text("description", Issue::description)
              .name("priority", Issue::priority)
              .time("resolved_at", Issue::resolvedAt)
              .id("created_by", Issue::createdBy)
              .time("updated_at", Issue::updatedAt)
              .bigNumber("version", Issue::version)
              .build(),
          FollowUpRows::issue);

  private FollowUpRows() {}

  private static <T extends FollowUp> Table.Builder<T> common(String table) {
    return Table.<T>named(table)
        .id("id", FollowUp::id)
        .id("ticket_id", FollowUp::ticketId)
        .id("customer_id", FollowUp::customerId)
        .id("organization_id", FollowUp::organizationId)
        .id("department_id", FollowUp::departmentId)
        .id("assigned_to", FollowUp::assignedTo)
        .time("created_at", FollowUp::createdAt);
  }

  private static Activity activity(Row row) throws SQLException {
    return new Activity(
        row.id("id"),
        row.idOrNull("ticket_id"),
        row.idOrNull("customer_id"),
        row.idOrNull("organization_id"),
        row.idOrNull("department_id"),
        row.name("kind", Activity.Type.class),
        row.name("status", Activity.Status.class),
        row.text("title"),
        row.textOrNull("description"),
        row.idOrNull("assigned_to"),
        row.timeOrNull("due_at"),
        row.timeOrNull("completed_at"),
        row.idOrNull("created_by"),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }

  private static Issue issue(Row row) throws SQLException {
    return new Issue(
        row.id("id"),
        row.idOrNull("ticket_id"),
        row.idOrNull("customer_id"),
        row.idOrNull("organization_id"),
        row.idOrNull("department_id"),
        row.name("kind", Issue.Type.class),
        row.name("status", Issue.Status.class),
        row.text("title"),
        row.textOrNull("description"),
        row.name("priority", Priority.class),
        row.idOrNull("assigned_to"),
        row.timeOrNull("resolved_at"),
        row.idOrNull("created_by"),
        row.time("created_at"),
        row.time("updated_at"),
        row.bigNumber("version"));
  }
}
