package io.deskhand.server.followups;

import io.deskhand.model.Metric;
import io.deskhand.protocol.MetricPage;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.MetricReads;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The route of measurements, for the staff. */
public final class MetricRoutes {
  /** What the list is asked for with. */
  public static final List<Parameter> LIST =
      List.of(
          Parameter.one("name", String.class, "What was measured"),
          Parameter.one("ticketId", UUID.class, "Of this ticket"),
          Parameter.one("from", Instant.class, "Measured then or later; a day will do"),
          Parameter.one("to", Instant.class, "Measured then or before; a day will do"),
          Parameter.LIMIT,
          Parameter.CURSOR);

  private final Ledger ledger;

  public MetricRoutes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** GET /support/metrics. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    Params params = exchange.params();
    MetricReads.Filter filter =
        new MetricReads.Filter(
            params.text("name"), params.id("ticketId"), params.time("from"), params.after("to"));
    PageRequest request = PageRequest.read(params);
    Scope scope = exchange.session().scope();
    return Reply.ok(ledger.read(view -> page(view.metrics(), filter, scope, request)));
  }

  private static MetricPage page(
      MetricReads metrics, MetricReads.Filter filter, Scope scope, PageRequest request) {
    var page =
        request.newestFirst(
            metrics.page(filter, scope, request.before(), request.wanted()),
            (Metric one) -> new Position(one.recordedAt(), one.id()));
    return new MetricPage(page.rows(), metrics.count(filter, scope), page.nextCursor());
  }
}
