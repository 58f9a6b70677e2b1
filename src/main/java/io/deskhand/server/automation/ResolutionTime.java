package io.deskhand.server.automation;

import io.deskhand.model.Metric;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.TicketHook;
import io.deskhand.server.store.Tx;
import java.time.Duration;
import java.util.Map;

/** Measures from a ticket's creation to its resolution. */
final class ResolutionTime implements TicketHook {
  @Override
  public String name() {
    return "resolution_time";
  }

  @Override
  public boolean follows(Happened change) {
    return change.verb() == Verb.RESOLVE;
  }

  @Override
  public void resolved(Happened change) {
    Tx tx = change.tx();
    Ticket ticket = change.ticket();
    tx.metrics()
        .record(
            new Metric(
                tx.newId(),
                Metric.RESOLUTION_TIME,
                Duration.between(ticket.createdAt(), tx.now()).toMillis(),
                Map.of(
                    "priority", ticket.priority().wire(),
                    "channel", ticket.channel().wire(),
                    "category", ticket.category()),
                ticket.id(),
                tx.now()));
  }
}
