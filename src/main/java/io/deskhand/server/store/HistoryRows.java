package io.deskhand.server.store;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import java.sql.SQLException;

/** A history entry as a row. */
final class HistoryRows {
  static final Table<HistoryEntry> TABLE =
      Table.<HistoryEntry>named("history")
          .id("id", HistoryEntry::id)
          .id("ticket_id", HistoryEntry::ticketId)
          .name("action", HistoryEntry::action)
          .id("performed_by", HistoryEntry::performedBy)
          .text("performed_by_name", HistoryEntry::performedByName)
          .text("details", HistoryEntry::details)
          .json("changes", HistoryEntry::changes)
          .time("happened_at", HistoryEntry::timestamp)
          .flag("staff_only", entry -> entry.action().isForStaff())
          .build();

  private HistoryRows() {}

  static HistoryEntry read(Row row) throws SQLException {
    return new HistoryEntry(
        row.id("id"),
        row.id("ticket_id"),
        row.name("action", HistoryAction.class),
        row.idOrNull("performed_by"),
        row.text("performed_by_name"),
        row.textOrNull("details"),
        row.list("changes", FieldChange[].class),
        row.time("happened_at"));
  }
}
