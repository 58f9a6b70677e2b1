package io.deskhand.server.tickets;

import io.deskhand.model.Lifecycle;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Instant;

/** What a message does to its ticket (contract section 2). */
public final class MessageEffect {
  private MessageEffect() {}

  /** {@code ticket} with one message more. */
  public static Ticket on(Ticket ticket, Message message) {
    TicketBuilder after =
        ticket.toBuilder()
            .messageCount(ticket.messageCount() + 1)
            .lastMessageAt(message.createdAt());
    if (message.senderType() == SenderType.CUSTOMER) {
      after.snoozedUntil(null);
      move(ticket, after);
    } else if (message.senderType() == SenderType.AGENT
        && !message.internal()
        && ticket.firstResponseAt() == null) {
      after.firstResponseAt(message.createdAt());
    }
    return after.build();
  }

  /**
   * When the next message of {@code ticket} is: times within a ticket ascend strictly, so that its
   * messages have one order for everybody.
   */
  public static Instant timeOfNext(Ticket ticket, Instant now) {
    Instant last = ticket.lastMessageAt();
    return last == null || now.isAfter(last) ? now : last.plusMillis(1);
  }

  private static void move(Ticket ticket, TicketBuilder after) {
    boolean assigned = ticket.assignedTo() != null || ticket.escalatedTo() != null;
    Status next = Lifecycle.afterCustomerMessage(ticket.status(), assigned);
    after.status(next);
    if (next == Status.REOPENED && ticket.status() != next) {
      Moving.reopened(after);
    }
  }
}
