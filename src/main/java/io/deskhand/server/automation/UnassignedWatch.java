package io.deskhand.server.automation;

import io.deskhand.model.Ticket;
import io.deskhand.server.hooks.HookFailure;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.rounds.Rounds;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Tx;
import io.deskhand.server.store.View;
import io.deskhand.server.tickets.TicketService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns leads of tickets that nobody takes, once each time that a ticket waits. Who waits since
 * when is in the store, so that a restart neither forgets nor repeats anything.
 */
public final class UnassignedWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnassignedWatch.class);
  private static final String NAME = "unassigned_warning";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int AT_ONCE = 100;

  private final Ledger ledger;
  private final TicketService tickets;
  private final Clock clock;
  private final Rounds rounds;

  public UnassignedWatch(Ledger ledger, TicketService tickets, Clock clock, Background background) {
    this.ledger = ledger;
    this.tickets = tickets;
    this.clock = clock;
    this.rounds = new Rounds("unassigned", this::look, background);
  }

  /** Begins to look. */
  public void start() {
    rounds.start();
  }

  private void look() {
    if (ledger.read(view -> isOn(view) && isAnyDue(view))) {
      int warned = ledger.write(this::warn);
      LOG.debug("Warned of {} tickets that nobody takes", warned);
    }
  }

  private static boolean isOn(View view) {
    return view.rules().enabled().stream().anyMatch(rule -> NAME.equals(rule.builtIn()));
  }

  private boolean isAnyDue(View view) {
    return !view.waiting().due(clock.instant().minus(PATIENCE), 1).isEmpty();
  }

  private int warn(Tx tx) {
    List<UUID> due = tx.waiting().due(tx.now().minus(PATIENCE), AT_ONCE);
    due.forEach(id -> warn(tx, id));
    return due.size();
  }

  private void warn(Tx tx, UUID id) {
    Optional<Ticket> ticket = tx.tickets().find(id).filter(TicketService::isWaiting);
    if (ticket.isEmpty()) {
      tx.waiting().end(id);
      return;
    }
    tx.waiting().warned(id);
    String message = "Nobody has taken this ticket for " + PATIENCE.toMinutes() + " minutes";
    tickets.notifyLeads(tx, HookFailure.AUTOMATION, id, message);
  }

  @Override
  public void close() {
    rounds.close();
  }
}
