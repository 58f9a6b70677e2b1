package io.deskhand.server.store;

import io.deskhand.model.WireEnum;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of tickets; where the key is missing a ticket comes last, ties go by id. */
public record TicketOrder(Key key, boolean descending) {
  /** What to sort by. */
  public enum Key implements WireEnum {
    CREATED_AT,
    UPDATED_AT,
    LAST_MESSAGE_AT,
    DUE_AT,
    PRIORITY,
    STATUS,
    /** How well a ticket fits the text that was searched for. */
    RELEVANCE
  }

  /**
   * A place in an order: the key of the ticket there (milliseconds since the epoch, the rank of its
   * priority or status in the order they are declared in, or its relevance; null where it is
   * missing) and its id.
   */
  public record Place(@Nullable Long value, UUID id) {}
}
