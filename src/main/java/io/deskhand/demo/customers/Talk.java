package io.deskhand.demo.customers;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer remembers of one of their tickets. For one thread. */
final class Talk {
  private Ticket ticket;
  private @Nullable UUID lastHeard;
  private Schedule.@Nullable Planned plan;
  private int reminders;
  private boolean complained;

  Talk(Ticket ticket) {
    this.ticket = ticket;
  }

  Ticket ticket() {
    return ticket;
  }

  /** Takes the ticket as it is now; returns what was known before. */
  Ticket update(Ticket now) {
    Ticket before = ticket;
    if (now.version() >= before.version()) {
      ticket = now;
    }
    return before;
  }

  /** Whether {@code message} is news; it is not the second time. */
  boolean hear(Message message) {
    boolean news = !message.id().equals(lastHeard);
    lastHeard = message.id();
    return news;
  }

  /** Forgets what was heard last, so that it is answered after all. */
  void unhear() {
    lastHeard = null;
  }

  /** Puts {@code next} in the place of what the customer was going to do. */
  void plan(Schedule.Planned next) {
    forget();
    plan = next;
  }

  /** Drops what the customer was going to do. */
  void forget() {
    if (plan != null) {
      plan.cancel();
    }
  }

  /** Whether the desk still has to do something. */
  boolean isActive() {
    return ticket.status().isActive();
  }

  /** Whether the customer is about to do something here. */
  boolean isBusy() {
    return plan != null && !plan.isDone();
  }

  int reminders() {
    return reminders;
  }

  void remind() {
    reminders++;
  }

  /** Whether the customer may still say that it is not solved: once a ticket. */
  boolean complain() {
    boolean first = !complained;
    complained = true;
    return first;
  }
}
