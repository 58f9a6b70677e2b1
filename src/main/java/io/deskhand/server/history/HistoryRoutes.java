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
import java.util.List;
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
    List<HistoryEntry> found =
        history.page(ticketId, forStaff, request.before(), request.limit() + 1);
    long total = history.count(ticketId, forStaff);
    if (found.size() <= request.limit()) {
      return new HistoryPage(found, total, null);
    }
    List<HistoryEntry> page = found.subList(1, found.size());
    HistoryEntry oldest = page.getFirst();
    return new HistoryPage(
        page, total, PageRequest.cursor(new Position(oldest.timestamp(), oldest.id())));
  }
}
