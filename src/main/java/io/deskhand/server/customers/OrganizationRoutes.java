package io.deskhand.server.customers;

import io.deskhand.model.Organization;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.OrganizationPage;
import io.deskhand.protocol.OrganizationPatch;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Tx;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Validation;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The routes of the companies that customers belong to: the staff sees, leads and admins change.
 */
public final class OrganizationRoutes {
  /** What the list is asked with. */
  public static final List<Parameter> LIST = IdPage.Request.PARAMETERS;

  private static final int HEALTHIEST = 100;
  private final Ledger ledger;
  private final Writes writes;

  public OrganizationRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/organizations. */
  public Reply list(Exchange exchange) {
    StaffOnly.check(exchange);
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
    StaffOnly.check(exchange);
    UUID id = exchange.pathId("id");
    exchange.params().check();
    return Reply.ok(ledger.read(view -> find(view, id)));
  }

  /** PATCH /support/organizations/{id}. */
  public Reply patch(Exchange exchange) {
    StaffOnly.check(exchange);
    if (!exchange.session().me().role().isLead()) {
      throw Problems.forbidden("For leads and admins only");
    }
    UUID id = exchange.pathId("id");
    OrganizationPatch patch = exchange.body(OrganizationPatch.class);
    return writes.write(exchange, tx -> Reply.ok(patch(tx, find(tx, id), patch)));
  }

  private static Organization find(View view, UUID id) {
    return view.organizations().find(id).orElseThrow(() -> Problems.notFound("organization"));
  }

  private static Organization patch(Tx tx, Organization before, OrganizationPatch patch) {
    check(patch);
    Organization after =
        new Organization(
            before.id(),
            patch.name() == null ? before.name() : patch.name().strip(),
            Objects.requireNonNullElse(patch.tier(), before.tier()),
            patch.healthScore() == null ? before.healthScore() : patch.healthScore(),
            patch.lifetimeValue() == null ? before.lifetimeValue() : patch.lifetimeValue(),
            patch.subscriptionStatus() == null
                ? before.subscriptionStatus()
                : patch.subscriptionStatus(),
            before.version() + 1);
    tx.organizations().update(after);
    return after;
  }

  private static void check(OrganizationPatch patch) {
    Validation validation = new Validation();
    if (patch.name() != null) {
      validation.required("name", patch.name(), Limits.NAME);
    }
    Long value = patch.lifetimeValue();
    validation
        .range("healthScore", patch.healthScore(), 0, HEALTHIEST)
        .that(value == null || value >= 0, "lifetimeValue", "must not be negative")
        .optional("subscriptionStatus", patch.subscriptionStatus(), Limits.NAME)
        .check();
  }
}
