package io.deskhand.server.tickets;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.server.store.Tx;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps it written down which tickets are snoozed, and wakes them. */
final class Snooze {
  private Snooze() {}

  /** Notes what became of a ticket; null before it was made and after it was deleted. */
  static void move(Tx tx, @Nullable Ticket before, @Nullable Ticket after) {
    Instant was = before == null ? null : before.snoozedUntil();
    Instant is = after == null ? null : after.snoozedUntil();
    Ticket either = after == null ? before : after;
    if (either != null && !Objects.equals(was, is)) {
      tx.snoozed().set(either.id(), is);
    }
  }

  /** Brings a ticket back, and tells whoever has it. */
  static Ticket wake(TicketBook book, Ticket ticket) {
    Ticket saved =
        book.save(
            ticket,
            ticket.toBuilder().snoozedUntil(null).build(),
            Events.TICKET_UPDATED,
            HistoryAction.TICKET_UPDATED,
            "No longer snoozed");
    book.tell(Load.holder(saved), saved, "No longer snoozed", saved.subject());
    return saved;
  }
}
