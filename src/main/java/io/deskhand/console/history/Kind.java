package io.deskhand.console.history;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.WireEnum;

/** What a history entry is about, to filter by. */
enum Kind implements WireEnum {
  STATUS,
  PEOPLE,
  FIELDS,
  MESSAGES;

  static Kind of(HistoryAction action) {
    return switch (action) {
      case TICKET_CREATED,
          STATUS_CHANGED,
          TICKET_RESOLVED,
          TICKET_CLOSED,
          TICKET_REOPENED,
          TICKET_DELETED ->
          STATUS;
      case TICKET_ASSIGNED,
          AGENT_REASSIGNED,
          TICKET_ESCALATED,
          ESCALATION_REQUESTED,
          ESCALATION_DECIDED ->
          PEOPLE;
      case PRIORITY_CHANGED, TICKET_UPDATED, SATISFACTION_RECORDED -> FIELDS;
      case MESSAGE_SENT, NOTE_ADDED, NOTIFICATION_SENT -> MESSAGES;
    };
  }
}
