package io.deskhand.console.history;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Channel;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened, in words for a person. Immutable. */
final class HistoryWords {
  private static final Set<String> FIELDS =
      Set.of(
          "status",
          "priority",
          "subject",
          "description",
          "category",
          "channel",
          "tags",
          "resolution",
          "snoozedUntil",
          "satisfaction",
          "satisfactionComment",
          "assignedTo",
          "escalatedTo",
          "customerName",
          "customerEmail",
          "customerPhone",
          "departmentId",
          "organizationId",
          "dealId");
  private final Texts texts;

  HistoryWords(Texts texts) {
    this.texts = texts;
  }

  /** A phrase that follows the name of whoever did it. */
  String what(HistoryEntry entry) {
    return texts.of("action", entry.action());
  }

  String icon(HistoryAction action) {
    return switch (action) {
      case TICKET_CREATED -> "fth-plus";
      case TICKET_ASSIGNED, AGENT_REASSIGNED -> "fth-user-check";
      case TICKET_ESCALATED, ESCALATION_REQUESTED, ESCALATION_DECIDED -> "fth-trending-up";
      case STATUS_CHANGED -> "fth-activity";
      case PRIORITY_CHANGED -> "fth-bar-chart";
      case TICKET_UPDATED -> "fth-edit-2";
      case TICKET_RESOLVED -> "fth-check";
      case TICKET_CLOSED -> "fth-archive";
      case TICKET_REOPENED -> "fth-rotate-ccw";
      case TICKET_DELETED -> "fth-trash-2";
      case MESSAGE_SENT -> "fth-message-circle";
      case NOTE_ADDED -> "fth-lock";
      case NOTIFICATION_SENT -> "fth-bell";
      case SATISFACTION_RECORDED -> "fth-star";
    };
  }

  List<HistoryRow.Change> changes(HistoryEntry entry) {
    return entry.changes().stream()
        .map(
            change ->
                new HistoryRow.Change(
                    field(change.field()),
                    value(change, change.from()),
                    value(change, change.to())))
        .toList();
  }

  /** An entry as one line of plain text. */
  String line(HistoryEntry entry) {
    StringBuilder line = new StringBuilder(entry.performedByName()).append(' ').append(what(entry));
    for (HistoryRow.Change change : changes(entry)) {
      line.append("; ")
          .append(texts.of("change", change.field(), or(change.from()), or(change.to())));
    }
    if (entry.details() != null) {
      line.append(" — ").append(entry.details());
    }
    return line.toString();
  }

  /** A value, or a dash for none. */
  static String or(@Nullable String value) {
    return value == null || value.isEmpty() ? "–" : value;
  }

  private String field(String name) {
    return FIELDS.contains(name) ? texts.of("field." + name) : name;
  }

  private static @Nullable String value(FieldChange change, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (change.field()) {
      case "status" -> WireEnum.parse(Status.class, value).map(Words::of).orElse(value);
      case "priority" -> WireEnum.parse(Priority.class, value).map(Words::of).orElse(value);
      case "channel" -> WireEnum.parse(Channel.class, value).map(Words::of).orElse(value);
      default -> value;
    };
  }
}
