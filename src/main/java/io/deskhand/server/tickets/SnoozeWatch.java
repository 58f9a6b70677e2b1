package io.deskhand.server.tickets;

import io.deskhand.model.Ticket;
import io.deskhand.server.hooks.HookFailure;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.rounds.Rounds;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes snoozed tickets when their time has come. Whose time is when is in the store, and changes
 * in the transaction that wakes: a restart and a second server neither forget nor repeat anything.
 */
public final class SnoozeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnoozeWatch.class);
  private static final int AT_ONCE = 100;
  private final Ledger ledger;
  private final TicketService tickets;
  private final Clock clock;
  private final Rounds rounds;

  public SnoozeWatch(Ledger ledger, TicketService tickets, Clock clock, Background background) {
    this.ledger = ledger;
    this.tickets = tickets;
    this.clock = clock;
    this.rounds = new Rounds("snoozed", this::look, background);
  }

  /** Begins to look. */
  public void start() {
    rounds.start();
  }

  private void look() {
    Instant now = clock.instant();
    if (ledger.read(view -> !view.snoozed().over(now, 1).isEmpty())) {
      int woken = ledger.write(this::wake);
      LOG.debug("Woke {} tickets", woken);
    }
  }

  private int wake(Tx tx) {
    List<UUID> over = tx.snoozed().over(tx.now(), AT_ONCE);
    for (UUID id : over) {
      Optional<Ticket> ticket = tx.tickets().find(id);
      if (ticket.isPresent()) {
        tickets.wake(tx, HookFailure.AUTOMATION, ticket.get());
      } else {
        tx.snoozed().set(id, null);
      }
    }
    return over.size();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
