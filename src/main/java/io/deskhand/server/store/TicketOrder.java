package io.deskhand.server.store;

/** An order of tickets; where the key is missing a ticket comes last, ties go by id. */
public record TicketOrder(Key key, boolean descending) {
  /** What to sort by. */
  public enum Key {
    CREATED_AT,
    UPDATED_AT,
    LAST_MESSAGE_AT,
    DUE_AT,
    PRIORITY,
    STATUS
  }
}
