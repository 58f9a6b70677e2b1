package io.deskhand.server.escalations;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import io.deskhand.protocol.AskEscalation;
import io.deskhand.protocol.DecideEscalation;
import io.deskhand.protocol.EscalationPage;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.EscalationReads;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/** The routes of escalation requests: the staff ask, leads and admins decide. */
public final class EscalationRoutes {
  /** What the list is asked for with. */
  public static final List<Parameter> LIST =
      List.of(
          Parameter.one("ticketId", UUID.class, "For this ticket"),
          Parameter.list("status", EscalationStatus.class, "In one of these states"),
          Parameter.LIMIT,
          Parameter.CURSOR);

  private final Ledger ledger;
  private final Writes writes;
  private final TicketService tickets;

  public EscalationRoutes(Ledger ledger, Writes writes, TicketService tickets) {
    this.ledger = ledger;
    this.writes = writes;
    this.tickets = tickets;
  }

  /** GET /support/escalations. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    Params params = exchange.params();
    EscalationReads.Filter filter =
        new EscalationReads.Filter(
            params.id("ticketId"), params.names("status", EscalationStatus.class));
    PageRequest request = PageRequest.read(params);
    Scope scope = exchange.session().scope();
    return Reply.ok(ledger.read(view -> page(view.escalations(), filter, scope, request)));
  }

  private static EscalationPage page(
      EscalationReads reads, EscalationReads.Filter filter, Scope scope, PageRequest request) {
    var page =
        request.newestFirst(
            reads.page(filter, scope, request.before(), request.wanted()),
            (EscalationRequest one) -> new Position(one.createdAt(), one.id()));
    return new EscalationPage(page.rows(), reads.count(filter, scope), page.nextCursor());
  }

  /** POST /support/escalations. */
  public Reply ask(Exchange exchange) {
    Access.staff(exchange);
    AskEscalation request = exchange.body(AskEscalation.class);
    Actor actor = exchange.session().actor();
    return writes.write(exchange, tx -> Reply.of(201, new Asking(tx, actor).ask(request)));
  }

  /** POST /support/escalations/{id}/approve. */
  public Reply approve(Exchange exchange) {
    return decide(exchange, EscalationStatus.APPROVED);
  }

  /** POST /support/escalations/{id}/deny. */
  public Reply deny(Exchange exchange) {
    return decide(exchange, EscalationStatus.DENIED);
  }

  private Reply decide(Exchange exchange, EscalationStatus decision) {
    if (!exchange.session().me().role().isLead()) {
      throw Problems.forbidden("Leads and admins decide on escalations");
    }
    UUID id = exchange.pathId("id");
    String comment = exchange.body(DecideEscalation.class).comment();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.ok(new Deciding(tx, actor, tickets).decide(id, decision, comment)));
  }
}
