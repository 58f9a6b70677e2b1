package io.deskhand.server.automation;

import io.deskhand.model.AutomationRule;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.RulePage;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of rules and shipped automations; leads read them, admins change them. */
public final class RuleRoutes {
  private final Ledger ledger;
  private final Writes writes;

  public RuleRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/rules. */
  public Reply list(Exchange exchange) {
    Access.leads(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(ledger.read(view -> view.rules().all()), AutomationRule::id);
    return Reply.ok(new RulePage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/rules. */
  public Reply create(Exchange exchange) {
    Access.admins(exchange);
    RuleRequest request = exchange.body(RuleRequest.class);
    return writes.write(
        exchange,
        tx -> {
          AutomationRule rule = new RuleChange(tx).create(request);
          tx.rules().insert(rule);
          return Reply.of(201, rule);
        });
  }

  /** PATCH /support/rules/{id}. */
  public Reply patch(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    RuleRequest request = exchange.body(RuleRequest.class);
    return writes.write(
        exchange,
        tx -> {
          AutomationRule rule = new RuleChange(tx).patch(find(tx, id), request);
          tx.rules().update(rule);
          return Reply.ok(rule);
        });
  }

  /** DELETE /support/rules/{id}. */
  public Reply delete(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    return writes.write(
        exchange,
        tx -> {
          if (find(tx, id).builtIn() != null) {
            throw ProblemException.of(
                ErrorCode.CONFLICT, "A shipped automation cannot be deleted: switch it off");
          }
          tx.rules().delete(id);
          return Reply.empty();
        });
  }

  private static AutomationRule find(Tx tx, UUID id) {
    return tx.rules().find(id).orElseThrow(() -> Problems.notFound("rule"));
  }
}
