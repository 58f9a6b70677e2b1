package io.deskhand.server.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.protocol.SlaPolicyPage;
import io.deskhand.protocol.SlaPolicyRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of SLA policies, for admins. */
public final class PolicyRoutes {
  private final Ledger ledger;
  private final Writes writes;

  public PolicyRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/sla-policies. */
  public Reply list(Exchange exchange) {
    Access.admins(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(ledger.read(view -> view.sla().policies()), SlaPolicy::id);
    return Reply.ok(new SlaPolicyPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/sla-policies. */
  public Reply create(Exchange exchange) {
    Access.admins(exchange);
    SlaPolicyRequest request = exchange.body(SlaPolicyRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, new PolicyChange(tx).create(request)));
  }

  /** PATCH /support/sla-policies/{id}. */
  public Reply patch(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(exchange, tx -> Reply.ok(new PolicyChange(tx).patch(id, patch)));
  }

  /** DELETE /support/sla-policies/{id}. */
  public Reply delete(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          new PolicyChange(tx).delete(id);
          return Reply.empty();
        });
  }
}
