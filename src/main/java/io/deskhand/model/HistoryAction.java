package io.deskhand.model;

/** What happened to a ticket, as its history names it. */
public enum HistoryAction implements WireEnum {
  TICKET_CREATED,
  TICKET_ASSIGNED,
  AGENT_REASSIGNED,
  TICKET_ESCALATED,
  STATUS_CHANGED,
  PRIORITY_CHANGED,
  TICKET_UPDATED,
  TICKET_RESOLVED,
  TICKET_CLOSED,
  TICKET_REOPENED,
  TICKET_DELETED,
  MESSAGE_SENT,
  NOTE_ADDED,
  NOTIFICATION_SENT,
  SATISFACTION_RECORDED,
  ESCALATION_REQUESTED,
  ESCALATION_DECIDED;

  /** Whether it is the desk's own affair, which the customer never sees. */
  public boolean isForStaff() {
    return switch (this) {
      case NOTE_ADDED, NOTIFICATION_SENT, ESCALATION_REQUESTED, ESCALATION_DECIDED -> true;
      default -> false;
    };
  }
}
