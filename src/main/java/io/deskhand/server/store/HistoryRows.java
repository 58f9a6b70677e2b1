package io.deskhand.server.store;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * A history entry as a row. Entries are never rewritten, so that those from before anything was
 * sealed are as they were.
 */
final class HistoryRows {
  private static final String HISTORY = "history";

  static final Table<HistoryEntry> TABLE =
      Table.<HistoryEntry>named(HISTORY)
          .id("id", HistoryEntry::id)
          .id("ticket_id", HistoryEntry::ticketId)
          .name("action", HistoryEntry::action)
          .id("performed_by", HistoryEntry::performedBy)
          .sealed("performed_by_name", HistoryEntry::performedByName)
          .text("details", HistoryEntry::details)
          .sealed("changes", entry -> Json.text(entry.changes()))
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
        row.openedOrPlain(HISTORY, "performed_by_name"),
        row.textOrNull("details"),
        changes(row),
        row.time("happened_at"));
  }

  private static List<FieldChange> changes(Row row) throws SQLException {
    byte[] json = row.openedOrPlain(HISTORY, "changes").getBytes(StandardCharsets.UTF_8);
    return List.of(Json.readTrusted(json, FieldChange[].class));
  }
}
