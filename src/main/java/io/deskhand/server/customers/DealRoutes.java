package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Deal;
import io.deskhand.protocol.DealPage;
import io.deskhand.protocol.DealRequest;
import io.deskhand.server.store.DealFilter;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/** The routes of sales deals, for the staff. */
public final class DealRoutes {
  /** What the list is asked with. */
  public static final List<Parameter> LIST =
      List.of(
          Parameter.one("customerId", UUID.class, "With this customer"),
          Parameter.one("organizationId", UUID.class, "With this organization"),
          Parameter.LIMIT,
          Parameter.CURSOR);

  private final Ledger ledger;
  private final Writes writes;

  public DealRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/deals. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    Params params = exchange.params();
    DealFilter filter = new DealFilter(params.id("customerId"), params.id("organizationId"));
    IdPage.Request request = IdPage.Request.read(params);
    return Reply.ok(
        ledger.read(
            view -> {
              IdPage<Deal> page =
                  request.page(
                      view.deals().page(filter, request.after(), request.wanted()), Deal::id);
              return new DealPage(page.rows(), view.deals().count(filter), page.nextCursor());
            }));
  }

  /** GET /support/deals/{id}. */
  public Reply read(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    exchange.params().check();
    return Reply.ok(ledger.read(view -> find(view, id)));
  }

  /** POST /support/deals. */
  public Reply create(Exchange exchange) {
    Access.staff(exchange);
    DealRequest request = exchange.body(DealRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, new DealChange(tx).create(request)));
  }

  /** PATCH /support/deals/{id}. */
  public Reply patch(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(exchange, tx -> Reply.ok(new DealChange(tx).patch(find(tx, id), patch)));
  }

  private static Deal find(View view, UUID id) {
    return view.deals().find(id).orElseThrow(() -> Problems.notFound("deal"));
  }
}
