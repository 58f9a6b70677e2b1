package io.deskhand.model;

/** Where a ticket is in its life; the moves between them are in {@link Lifecycle}. */
public enum Status implements WireEnum {
  OPEN,
  PENDING,
  IN_PROGRESS,
  ESCALATED,
  RESOLVED,
  CLOSED,
  REOPENED;

  /** Whether the ticket still needs work, and so counts in its assignee's active tickets. */
  public boolean isActive() {
    return this != RESOLVED && this != CLOSED;
  }
}
