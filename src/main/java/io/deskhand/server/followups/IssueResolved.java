package io.deskhand.server.followups;

import io.deskhand.model.Issue;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.hooks.HookFailure;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.FollowUpFilter;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketService;
import java.util.UUID;

/**
 * The shipped automation that closes a ticket when the last of its issues is resolved: one that is
 * still being worked on is resolved first, as its life wants it.
 */
final class IssueResolved {
  private static final String NAME = "issue_resolved_close";
  private static final Actor DESK = HookFailure.AUTOMATION;
  private static final int ALL = 1_000;
  private final Tx tx;
  private final TicketService tickets;

  IssueResolved(Tx tx, TicketService tickets) {
    this.tx = tx;
    this.tickets = tickets;
  }

  void follow(Issue issue, Ticket ticket) {
    if (!isOn() || isAnyOpen(ticket.id())) {
      return;
    }
    try {
      tx.attempt(() -> close(issue, ticket));
    } catch (RuntimeException e) {
      if (e instanceof ProblemException problem && problem.problem().code().isTransient()) {
        throw e;
      }
      HookFailure.report(tx, NAME, Verb.CLOSE, ticket, e);
    }
  }

  private Ticket close(Issue issue, Ticket ticket) {
    Ticket now = ticket;
    if (!Lifecycle.allows(now.status(), Verb.CLOSE)
        && Lifecycle.allows(now.status(), Verb.RESOLVE)) {
      now = tickets.resolve(tx, DESK, ticket.id(), "Issue resolved: " + issue.title());
    }
    return Lifecycle.allows(now.status(), Verb.CLOSE) ? tickets.close(tx, DESK, now.id()) : now;
  }

  private boolean isOn() {
    return tx.rules().enabled().stream().anyMatch(rule -> NAME.equals(rule.builtIn()));
  }

  private boolean isAnyOpen(UUID ticketId) {
    return tx.issues().page(FollowUpFilter.of(ticketId), DESK.scope(), null, ALL).stream()
        .anyMatch(other -> !other.status().isOver());
  }
}
