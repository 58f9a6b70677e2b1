package io.deskhand.server.tickets;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CloseRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.ReopenRequest;
import io.deskhand.protocol.ResolveRequest;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.StatusRequest;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.index.Hits;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The routes of tickets. */
public final class TicketRoutes {
  private final Ledger ledger;
  private final TicketIndex index;
  private final Writes writes;
  private final TicketService tickets;

  public TicketRoutes(Ledger ledger, TicketIndex index, Writes writes, TicketService tickets) {
    this.ledger = ledger;
    this.index = index;
    this.writes = writes;
    this.tickets = tickets;
  }

  /** GET /support/tickets. */
  public Reply list(Exchange exchange) {
    Scope scope = exchange.session().scope();
    TicketListRequest request = TicketListRequest.read(exchange.params(), scope);
    Hits hits =
        request.after() == null
            ? index.page(
                request.filter(), scope, request.order(), request.limit(), request.offset())
            : index.pageAfter(
                request.filter(), scope, request.order(), request.limit(), request.after());
    List<Ticket> page = index.read(hits, scope);
    String next = hits.next() == null ? null : request.cursor(hits.next());
    return Reply.ok(new TicketPage(page, hits.total(), next));
  }

  /** POST /support/tickets. */
  public Reply create(Exchange exchange) {
    CreateTicket request = exchange.body(CreateTicket.class);
    Actor actor = exchange.session().actor();
    return writes.write(exchange, tx -> Reply.of(201, tickets.create(tx, actor, request)));
  }

  /** GET /support/tickets/{id}. */
  public Reply read(Exchange exchange) {
    UUID id = exchange.pathId("id");
    Set<String> wanted = Includes.read(exchange.params());
    Scope scope = exchange.session().scope();
    return Reply.ok(
        ledger.read(view -> Includes.of(view, TicketBook.find(view, scope, id), wanted)));
  }

  /** PATCH and PUT /support/tickets/{id}. */
  public Reply patch(Exchange exchange) {
    TicketPatch patch = TicketPatch.read(exchange.tree());
    return verb(exchange, (tx, actor, id) -> tickets.patch(tx, actor, id, patch));
  }

  /** DELETE /support/tickets/{id}. */
  public Reply delete(Exchange exchange) {
    UUID id = exchange.pathId("id");
    OptionalLong version = exchange.ifMatch();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange,
        tx -> {
          TicketBook.expect(tx, actor.scope(), id, version);
          tickets.delete(tx, actor, id);
          return Reply.empty();
        });
  }

  /** PUT /support/tickets/{id}/status. */
  public Reply status(Exchange exchange) {
    StatusRequest request = exchange.body(StatusRequest.class);
    return verb(exchange, (tx, actor, id) -> tickets.setStatus(tx, actor, id, request));
  }

  /** POST /support/tickets/{id}/assign. */
  public Reply assign(Exchange exchange) {
    AssignRequest request = exchange.body(AssignRequest.class);
    UUID id = exchange.pathId("id");
    return verb(exchange, named(id, request.ticketId()), assigning(request));
  }

  /** POST /support/tickets/assign. */
  public Reply assignNamed(Exchange exchange) {
    AssignRequest request = exchange.body(AssignRequest.class);
    return verb(exchange, required(request.ticketId()), assigning(request));
  }

  private Verb assigning(AssignRequest request) {
    return (tx, actor, id) -> tickets.assign(tx, actor, id, request);
  }

  /** POST /support/tickets/{id}/escalate. */
  public Reply escalate(Exchange exchange) {
    EscalateRequest request = exchange.body(EscalateRequest.class);
    UUID id = exchange.pathId("id");
    return verb(exchange, named(id, request.ticketId()), escalating(request));
  }

  /** POST /support/tickets/escalate. */
  public Reply escalateNamed(Exchange exchange) {
    EscalateRequest request = exchange.body(EscalateRequest.class);
    return verb(exchange, required(request.ticketId()), escalating(request));
  }

  private Verb escalating(EscalateRequest request) {
    return (tx, actor, id) -> tickets.escalate(tx, actor, id, request);
  }

  /** POST /support/tickets/{id}/resolve. */
  public Reply resolve(Exchange exchange) {
    String resolution = exchange.body(ResolveRequest.class).resolution();
    return verb(exchange, (tx, actor, id) -> tickets.resolve(tx, actor, id, resolution));
  }

  /** POST /support/tickets/{id}/close. */
  public Reply close(Exchange exchange) {
    exchange.body(CloseRequest.class);
    return verb(exchange, tickets::close);
  }

  /** POST /support/tickets/{id}/reopen. */
  public Reply reopen(Exchange exchange) {
    String reason = exchange.body(ReopenRequest.class).reason();
    return verb(exchange, (tx, actor, id) -> tickets.reopen(tx, actor, id, reason));
  }

  /** POST /support/tickets/{id}/notify. */
  public Reply notify(Exchange exchange) {
    NotifyRequest request = exchange.body(NotifyRequest.class);
    return verb(exchange, (tx, actor, id) -> tickets.notify(tx, actor, id, request));
  }

  /** POST /support/tickets/{id}/satisfaction. */
  public Reply rate(Exchange exchange) {
    SatisfactionRequest request = exchange.body(SatisfactionRequest.class);
    return verb(exchange, (tx, actor, id) -> tickets.rate(tx, actor, id, request));
  }

  @FunctionalInterface
  private interface Verb {
    Ticket run(Tx tx, Actor actor, UUID id);
  }

  private Reply verb(Exchange exchange, Verb verb) {
    return verb(exchange, exchange.pathId("id"), verb);
  }

  private Reply verb(Exchange exchange, UUID id, Verb verb) {
    OptionalLong version = exchange.ifMatch();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange,
        tx -> {
          TicketBook.expect(tx, actor.scope(), id, version);
          return Reply.ok(verb.run(tx, actor, id));
        });
  }

  private static UUID required(@Nullable UUID ticketId) {
    if (ticketId == null) {
      throw Problems.invalid("ticketId", "is missing");
    }
    return ticketId;
  }

  /** The ticket in the path; a body that names another one is a mistake. */
  private static UUID named(UUID inPath, @Nullable UUID inBody) {
    if (inBody != null && !inBody.equals(inPath)) {
      throw Problems.invalid("ticketId", "not the ticket in the path");
    }
    return inPath;
  }
}
