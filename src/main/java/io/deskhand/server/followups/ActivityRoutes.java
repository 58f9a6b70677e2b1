package io.deskhand.server.followups;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Activity;
import io.deskhand.protocol.ActivityPage;
import io.deskhand.protocol.ActivityRequest;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/** The routes of activities, for the staff. */
public final class ActivityRoutes {
  /** What the list is asked for with. */
  public static final List<Parameter> LIST = FollowUpList.parameters(Activity.Status.class);

  private final Ledger ledger;
  private final Writes writes;

  public ActivityRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/activities. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    var request = FollowUpList.Request.read(exchange.params(), Activity.Status.class);
    var page =
        ledger.read(
            view -> FollowUpList.of(view.activities(), exchange.session().scope(), request));
    return Reply.ok(new ActivityPage(page.rows(), page.total(), page.nextCursor()));
  }

  /** POST /support/activities. */
  public Reply create(Exchange exchange) {
    Access.staff(exchange);
    ActivityRequest request = exchange.body(ActivityRequest.class);
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.of(201, new ActivityChange(tx, actor).create(request)));
  }

  /** PATCH /support/activities/{id}. */
  public Reply patch(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    JsonNode patch = exchange.tree();
    Actor actor = exchange.session().actor();
    return writes.write(exchange, tx -> Reply.ok(new ActivityChange(tx, actor).patch(id, patch)));
  }
}
