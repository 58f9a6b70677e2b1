package io.deskhand.server.people;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.List;
import java.util.UUID;

/** The routes of the people at the desk and of where they work; each list is one page. */
public final class PeopleRoutes {
  private final Ledger ledger;
  private final Writes writes;

  public PeopleRoutes(Ledger ledger, Writes writes) {
    this.ledger = ledger;
    this.writes = writes;
  }

  /** GET /support/agents. */
  public Reply agents(Exchange exchange) {
    staffOnly(exchange);
    exchange.params().check();
    List<Agent> agents = ledger.read(view -> view.staff().all());
    return Reply.ok(new AgentPage(agents, agents.size(), null));
  }

  /** PATCH /support/agents/{id}. */
  public Reply patchAgent(Exchange exchange) {
    staffOnly(exchange);
    UUID id = exchange.pathId("id");
    AgentPatch patch = exchange.body(AgentPatch.class);
    Actor actor = exchange.session().actor();
    return writes.write(exchange, tx -> Reply.ok(new AgentPatching(tx, actor).patch(id, patch)));
  }

  /** GET /support/departments. */
  public Reply departments(Exchange exchange) {
    staffOnly(exchange);
    exchange.params().check();
    List<Department> departments = ledger.read(view -> view.departments().all());
    return Reply.ok(new DepartmentPage(departments, departments.size(), null));
  }

  /** GET /support/categories. */
  public Reply categories(Exchange exchange) {
    exchange.params().check();
    List<Category> categories = ledger.read(view -> view.categories().all());
    return Reply.ok(new CategoryPage(categories, categories.size(), null));
  }

  private static void staffOnly(Exchange exchange) {
    if (!exchange.session().me().role().isStaff()) {
      throw Problems.forbidden("For the staff only");
    }
  }
}
