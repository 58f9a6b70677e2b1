package io.deskhand.server.store;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.WireEnum;
import java.time.Instant;
import java.util.List;
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
    STATUS
  }

  /**
   * A place in an order: the key of the ticket there (milliseconds since the epoch, or the rank of
   * its priority or status in the order they are declared in; null where it is missing) and its id.
   */
  public record Place(@Nullable Long value, UUID id) {}

  /** The place of {@code ticket} in this order. */
  public Place placeOf(Ticket ticket) {
    return new Place(valueOf(ticket), ticket.id());
  }

  private @Nullable Long valueOf(Ticket ticket) {
    return switch (key) {
      case CREATED_AT -> millis(ticket.createdAt());
      case UPDATED_AT -> millis(ticket.updatedAt());
      case LAST_MESSAGE_AT -> millis(ticket.lastMessageAt());
      case DUE_AT -> millis(ticket.dueAt());
      case PRIORITY -> rank(Priority.values(), ticket.priority());
      case STATUS -> rank(Status.values(), ticket.status());
    };
  }

  private static <E extends Enum<E>> long rank(E[] order, E value) {
    return List.of(order).indexOf(value);
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
