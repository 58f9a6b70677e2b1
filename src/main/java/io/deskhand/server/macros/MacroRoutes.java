package io.deskhand.server.macros;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Macro;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ApplyMacro;
import io.deskhand.protocol.MacroPage;
import io.deskhand.protocol.MacroRequest;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.sharing.Sharing;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.OptionalLong;
import java.util.UUID;

/** The routes of macros, for the staff: their own, and those that are shared with them. */
public final class MacroRoutes {
  private static final String WHAT = "macro";
  private final Ledger ledger;
  private final Writes writes;
  private final TicketService tickets;
  private final MessageService messages;

  public MacroRoutes(Ledger ledger, Writes writes, TicketService tickets, MessageService messages) {
    this.ledger = ledger;
    this.writes = writes;
    this.tickets = tickets;
    this.messages = messages;
  }

  /** GET /support/macros. */
  public Reply list(Exchange exchange) {
    Scope who = staff(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(ledger.read(view -> view.macros().of(who)), Macro::id);
    return Reply.ok(new MacroPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** GET /support/macros/{id}. */
  public Reply read(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    exchange.params().check();
    return Reply.ok(ledger.read(view -> new Sharing(who).find(view.macros(), id, WHAT)));
  }

  /** POST /support/macros. */
  public Reply create(Exchange exchange) {
    Scope who = staff(exchange);
    MacroRequest request = exchange.body(MacroRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, new MacroChange(tx, who).create(request)));
  }

  /** PATCH /support/macros/{id}. */
  public Reply patch(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(
        exchange,
        tx -> {
          Macro before = new Sharing(who).findOwn(tx.macros(), id, WHAT);
          return Reply.ok(new MacroChange(tx, who).patch(before, patch));
        });
  }

  /** DELETE /support/macros/{id}. */
  public Reply delete(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          tx.macros().delete(new Sharing(who).findOwn(tx.macros(), id, WHAT));
          return Reply.empty();
        });
  }

  /** POST /support/macros/{id}/preview: what applying it would come to. Changes nothing. */
  public Reply preview(Exchange exchange) {
    Wish wish = Wish.of(exchange);
    Actor actor = exchange.session().actor();
    return Reply.ok(
        ledger.write(
            tx -> {
              Macro macro = new Sharing(actor.scope()).find(tx.macros(), wish.macroId, WHAT);
              Ticket ticket = TicketBook.find(tx, actor.scope(), wish.ticketId);
              return applying(tx, actor).preview(macro, ticket, wish.request.body());
            }));
  }

  /** POST /support/macros/{id}/apply: all of it or nothing. */
  public Reply apply(Exchange exchange) {
    Wish wish = Wish.of(exchange);
    Actor actor = exchange.session().actor();
    OptionalLong version = exchange.ifMatch();
    return writes.write(
        exchange,
        tx -> {
          TicketBook.expect(tx, actor.scope(), wish.ticketId, version);
          Macro macro = new Sharing(actor.scope()).find(tx.macros(), wish.macroId, WHAT);
          Ticket ticket = TicketBook.find(tx, actor.scope(), wish.ticketId);
          return Reply.ok(applying(tx, actor).run(macro, ticket, wish.request.body()));
        });
  }

  private Applying applying(Tx tx, Actor actor) {
    return new Applying(tx, actor, tickets, messages);
  }

  /** Which macro is wanted for which ticket. */
  private record Wish(UUID macroId, UUID ticketId, ApplyMacro request) {
    static Wish of(Exchange exchange) {
      staff(exchange);
      UUID macroId = exchange.pathId("id");
      ApplyMacro request = exchange.body(ApplyMacro.class);
      UUID ticketId = request.ticketId();
      if (ticketId == null) {
        throw Problems.invalid("ticketId", "is missing");
      }
      return new Wish(macroId, ticketId, request);
    }
  }

  private static Scope staff(Exchange exchange) {
    Access.staff(exchange);
    return exchange.session().scope();
  }
}
