package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Customer;
import io.deskhand.model.Role;
import io.deskhand.protocol.CustomerPage;
import io.deskhand.protocol.CustomerRequest;
import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes of those who ask for support: the staff sees all of them, a customer themselves. */
public final class CustomerRoutes {
  /** What the list is asked with. */
  public static final List<Parameter> LIST =
      List.of(
          Parameter.one("q", String.class, "With exactly this e-mail, phone number, name or id"),
          Parameter.one("organizationId", UUID.class, "Of this organization"),
          Parameter.LIMIT,
          Parameter.CURSOR);

  private final Ledger ledger;
  private final Writes writes;

  public CustomerRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/customers. */
  public Reply list(Exchange exchange) {
    Params params = exchange.params();
    String q = params.text("q");
    UUID organization = params.id("organizationId");
    IdPage.Request request = IdPage.Request.read(params);
    Scope scope = exchange.session().scope();
    if (q == null && scope.role().isStaff()) {
      return Reply.ok(ledger.read(view -> page(view, organization, request)));
    }
    return Reply.ok(ledger.read(view -> whole(found(view, scope, q), organization)));
  }

  private static CustomerPage page(View view, @Nullable UUID organization, IdPage.Request request) {
    List<Customer> found = view.customers().page(organization, request.after(), request.wanted());
    IdPage<Customer> page = request.page(found, Customer::id);
    return new CustomerPage(page.rows(), view.customers().count(organization), page.nextCursor());
  }

  private static Stream<Customer> found(View view, Scope scope, @Nullable String q) {
    if (q == null) {
      return view.customers().find(scope.userId()).stream();
    }
    return Stream.concat(
            Exchange.id(q).flatMap(view.customers()::find).stream(),
            view.customers().findExactly(q, Limits.PAGE).stream())
        .filter(customer -> isSeen(scope, customer.id()));
  }

  private static CustomerPage whole(Stream<Customer> found, @Nullable UUID organization) {
    List<Customer> rows =
        found
            .filter(one -> organization == null || organization.equals(one.organizationId()))
            .toList();
    return new CustomerPage(rows, rows.size(), null);
  }

  /** GET /support/customers/{id}. */
  public Reply read(Exchange exchange) {
    UUID id = exchange.pathId("id");
    exchange.params().check();
    Scope scope = exchange.session().scope();
    return Reply.ok(ledger.read(view -> find(view, scope, id)));
  }

  /** POST /support/customers, for the staff. */
  public Reply create(Exchange exchange) {
    Access.staff(exchange);
    CustomerRequest request = exchange.body(CustomerRequest.class);
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.of(201, new CustomerChange(tx, actor).create(request)));
  }

  /** PATCH /support/customers/{id}: the staff everything, customers how they are reached. */
  public Reply patch(Exchange exchange) {
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange,
        tx -> {
          Customer before = find(tx, actor.scope(), id);
          return Reply.ok(new CustomerChange(tx, actor).patch(before, patch));
        });
  }

  private static Customer find(View view, Scope scope, UUID id) {
    return view.customers()
        .find(id)
        .filter(customer -> isSeen(scope, id))
        .orElseThrow(() -> Problems.notFound("customer"));
  }

  private static boolean isSeen(Scope scope, UUID customer) {
    return scope.role() != Role.CUSTOMER || scope.userId().equals(customer);
  }
}
