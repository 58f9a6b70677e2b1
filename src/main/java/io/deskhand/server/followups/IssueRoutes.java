package io.deskhand.server.followups;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Issue;
import io.deskhand.protocol.IssuePage;
import io.deskhand.protocol.IssueRequest;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/** The routes of issues, for the staff. */
public final class IssueRoutes {
  /** What the list is asked for with. */
  public static final List<Parameter> LIST = FollowUpList.parameters(Issue.Status.class);

  private final Ledger ledger;
  private final Writes writes;
  private final TicketService tickets;

  public IssueRoutes(Ledger ledger, Writes writes, TicketService tickets) {
    this.ledger = ledger;
    this.writes = writes;
    this.tickets = tickets;
  }

  /** GET /support/issues. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    var request = FollowUpList.Request.read(exchange.params(), Issue.Status.class);
    var page =
        ledger.read(view -> FollowUpList.of(view.issues(), exchange.session().scope(), request));
    return Reply.ok(new IssuePage(page.rows(), page.total(), page.nextCursor()));
  }

  /** POST /support/issues. */
  public Reply create(Exchange exchange) {
    Access.staff(exchange);
    IssueRequest request = exchange.body(IssueRequest.class);
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.of(201, new IssueChange(tx, actor, tickets).create(request)));
  }

  /** PATCH /support/issues/{id}. */
  public Reply patch(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.ok(new IssueChange(tx, actor, tickets).patch(id, patch)));
  }
}
