package io.deskhand.server.views;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.SavedView;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SavedViewPage;
import io.deskhand.protocol.SavedViewRequest;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.sharing.Sharing;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.tickets.TicketListRequest;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of saved views, for the staff: their own, and those that are shared with them. */
public final class SavedViewRoutes {
  private static final String WHAT = "view";
  private final Ledger ledger;
  private final TicketIndex index;
  private final Writes writes;

  public SavedViewRoutes(Ledger ledger, TicketIndex index, Writes writes) {
    this.ledger = ledger;
    this.index = index;
    this.writes = writes;
  }

  /** GET /support/views. */
  public Reply list(Exchange exchange) {
    Scope who = staff(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(ledger.read(view -> view.views().of(who)), SavedView::id);
    return Reply.ok(
        new SavedViewPage(
            part.rows().stream().map(view -> counted(view, who)).toList(),
            part.total(),
            part.nextCursor()));
  }

  /** GET /support/views/{id}. */
  public Reply read(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    exchange.params().check();
    SavedView found = ledger.read(view -> new Sharing(who).find(view.views(), id, WHAT));
    return Reply.ok(counted(found, who));
  }

  /** POST /support/views. */
  public Reply create(Exchange exchange) {
    Scope who = staff(exchange);
    SavedViewRequest request = exchange.body(SavedViewRequest.class);
    return counted(
        writes.write(exchange, tx -> Reply.of(201, new SavedViewChange(tx, who).create(request))),
        who);
  }

  /** PATCH /support/views/{id}. */
  public Reply patch(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return counted(
        writes.write(
            exchange,
            tx -> {
              SavedView before = new Sharing(who).findOwn(tx.views(), id, WHAT);
              return Reply.ok(new SavedViewChange(tx, who).patch(before, patch));
            }),
        who);
  }

  /** DELETE /support/views/{id}. */
  public Reply delete(Exchange exchange) {
    Scope who = staff(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          tx.views().delete(new Sharing(who).findOwn(tx.views(), id, WHAT));
          return Reply.empty();
        });
  }

  /** The answer of a write with the count of this moment, which is no part of what was written. */
  private Reply counted(Reply reply, Scope who) {
    return reply.status() < 400
        ? Reply.of(reply.status(), counted(Json.readTrusted(reply.body(), SavedView.class), who))
        : reply;
  }

  private SavedView counted(SavedView view, Scope who) {
    try {
      return view.counted(index.count(TicketListRequest.saved(Params.of(view.query()), who), who));
    } catch (ProblemException e) {
      if (e.problem().code().isTransient()) {
        // The index is still being made: the view is there without its count.
        return view;
      }
      throw e;
    }
  }

  private static Scope staff(Exchange exchange) {
    Access.staff(exchange);
    return exchange.session().scope();
  }
}
