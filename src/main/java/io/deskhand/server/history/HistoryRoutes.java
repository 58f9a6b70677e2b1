package io.deskhand.server.history;

import io.deskhand.model.HistoryEntry;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.server.store.HistoryReads;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Reply;
import java.util.UUID;

/** The route of what happened to a ticket. */
public final class HistoryRoutes {
  private final Ledger ledger;

  public HistoryRoutes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** GET /support/tickets/{id}/history. */
  public Reply list(Exchange exchange) {
    UUID ticketId = exchange.pathId("id");
    Scope scope = exchange.session().scope();
    PageRequest request = PageRequest.read(exchange.params());
    return Reply.ok(
        ledger.read(
            view -> {
              TicketBook.find(view, scope, ticketId);
              return page(view.history(), ticketId, scope.role().isStaff(), request);
            }));
  }

  private static HistoryPage page(
      HistoryReads history, UUID ticketId, boolean forStaff, PageRequest request) {
    var page =
        request.newestLast(
            history.page(ticketId, forStaff, request.before(), request.wanted()),
            (HistoryEntry entry) -> new Position(entry.timestamp(), entry.id()));
    return new HistoryPage(page.rows(), history.count(ticketId, forStaff), page.nextCursor());
  }
}
