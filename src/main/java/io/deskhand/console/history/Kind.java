package io.deskhand.console.history;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.WireEnum;
import java.util.EnumSet;
import java.util.Set;

/** What a history entry is about, to filter by. */
enum Kind implements WireEnum {
  STATUS(
      HistoryAction.TICKET_CREATED,
      HistoryAction.STATUS_CHANGED,
      HistoryAction.TICKET_RESOLVED,
      HistoryAction.TICKET_CLOSED,
      HistoryAction.TICKET_REOPENED,
      HistoryAction.TICKET_DELETED),
  PEOPLE(
      HistoryAction.TICKET_ASSIGNED,
      HistoryAction.AGENT_REASSIGNED,
      HistoryAction.TICKET_ESCALATED,
      HistoryAction.ESCALATION_REQUESTED,
      HistoryAction.ESCALATION_DECIDED),
  FIELDS(
      HistoryAction.PRIORITY_CHANGED,
      HistoryAction.TICKET_UPDATED,
      HistoryAction.SATISFACTION_RECORDED),
  MESSAGES(
      HistoryAction.MESSAGE_SENT, HistoryAction.NOTE_ADDED, HistoryAction.NOTIFICATION_SENT);

  private final Set<HistoryAction> actions;

  Kind(HistoryAction first, HistoryAction... rest) {
    this.actions = EnumSet.of(first, rest);
  }

  static Kind of(HistoryAction action) {
    for (Kind kind : values()) {
      if (kind.actions.contains(action)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(action.wire());
  }
}
