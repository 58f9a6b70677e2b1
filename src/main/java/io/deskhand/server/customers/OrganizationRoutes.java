package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Organization;
import io.deskhand.protocol.OrganizationPage;
import io.deskhand.protocol.OrganizationRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/**
 * The routes of the companies that customers belong to: the staff sees, leads and admins change.
 */
public final class OrganizationRoutes {
  /** What the list is asked with. */
  public static final List<Parameter> LIST = IdPage.Request.PARAMETERS;

  private final Ledger ledger;
  private final Writes writes;

  public OrganizationRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/organizations. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    IdPage.Request request = IdPage.Request.read(exchange.params());
    return Reply.ok(
        ledger.read(
            view -> {
              IdPage<Organization> page =
                  request.page(
                      view.organizations().page(request.after(), request.wanted()),
                      Organization::id);
              return new OrganizationPage(
                  page.rows(), view.organizations().count(), page.nextCursor());
            }));
  }

  /** GET /support/organizations/{id}. */
  public Reply read(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    exchange.params().check();
    return Reply.ok(ledger.read(view -> find(view, id)));
  }

  /** POST /support/organizations. */
  public Reply create(Exchange exchange) {
    Access.leads(exchange);
    OrganizationRequest request = exchange.body(OrganizationRequest.class);
    return writes.write(exchange, tx -> Reply.of(201, new OrganizationChange(tx).create(request)));
  }

  /** PATCH /support/organizations/{id}. */
  public Reply patch(Exchange exchange) {
    Access.leads(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    return writes.write(
        exchange, tx -> Reply.ok(new OrganizationChange(tx).patch(find(tx, id), patch)));
  }

  private static Organization find(View view, UUID id) {
    return view.organizations().find(id).orElseThrow(() -> Problems.notFound("organization"));
  }
}
