package io.deskhand.server.sla;

import io.deskhand.model.Ticket;
import io.deskhand.model.sla.SlaAlert;
import io.deskhand.model.sla.SlaClock;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.server.hooks.HookFailure;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.rounds.Rounds;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.SlaPlans;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever has a ticket, or the leads if nobody has it, that a deadline is near or past. What
 * is to be told when is in the store, and changes in the transaction that tells it: a restart and a
 * second server neither forget nor repeat anything.
 */
public final class SlaWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlaWatch.class);
  private static final int AT_ONCE = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Ledger ledger;
  private final TicketService tickets;
  private final Clock clock;
  private final Rounds rounds;

  public SlaWatch(Ledger ledger, TicketService tickets, Clock clock, Background background) {
    this.ledger = ledger;
    this.tickets = tickets;
    this.clock = clock;
    this.rounds = new Rounds("deadlines", this::look, background);
  }

  /** Begins to look. */
  public void start() {
    rounds.start();
  }

  private void look() {
    Instant now = clock.instant();
    if (ledger.read(view -> !view.sla().withNews(now, 1).isEmpty())) {
      int told = ledger.write(this::tell);
      LOG.debug("Told the deadlines of {} tickets", told);
    }
  }

  private int tell(Tx tx) {
    SlaPlans plans = new SlaPlans(tx);
    List<SlaClock> due = tx.sla().withNews(tx.now(), AT_ONCE);
    due.forEach(ticketClock -> tell(tx, ticketClock, plans));
    return due.size();
  }

  private void tell(Tx tx, SlaClock ticketClock, SlaPlans plans) {
    Optional<Ticket> ticket = tx.tickets().find(ticketClock.ticketId());
    if (ticket.isEmpty()) {
      tx.sla().silence(ticketClock.ticketId());
      return;
    }
    SlaClock.Alerted told = ticketClock.alert(plans.time(ticketClock.calendarId()), tx.now());
    tx.sla().update(told.clock());
    for (SlaAlert alert : told.alerts()) {
      tx.sla().record(alert, tx.now());
      tickets.notifyDesk(tx, HookFailure.AUTOMATION, alert.ticketId(), words(alert));
    }
  }

  private static String words(SlaAlert alert) {
    String what = alert.target() == SlaTarget.FIRST_RESPONSE ? "First response" : "Resolution";
    String how = alert.kind() == SlaAlert.Kind.BREACHED ? " overdue since " : " due at ";
    return what + how + TIME.format(alert.dueAt());
  }

  @Override
  public void close() {
    rounds.close();
  }
}
