package io.deskhand.server.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.calendar.BusinessCalendar;
import io.deskhand.protocol.CalendarPage;
import io.deskhand.protocol.CalendarRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of the calendars that SLA policies count in, for admins. */
public final class CalendarRoutes {
  private final Ledger ledger;
  private final Writes writes;

  public CalendarRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/calendars. */
  public Reply list(Exchange exchange) {
    Access.admins(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(ledger.read(view -> view.sla().calendars()), BusinessCalendar::id);
    return Reply.ok(new CalendarPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/calendars. */
  public Reply create(Exchange exchange) {
    Access.admins(exchange);
    CalendarRequest request = exchange.body(CalendarRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, new CalendarChange(tx).create(request)));
  }

  /** PATCH /support/calendars/{id}. */
  public Reply patch(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(exchange, tx -> Reply.ok(new CalendarChange(tx).patch(id, patch)));
  }

  /** DELETE /support/calendars/{id}; not while a policy counts in it. */
  public Reply delete(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          new CalendarChange(tx).delete(id);
          return Reply.empty();
        });
  }
}
