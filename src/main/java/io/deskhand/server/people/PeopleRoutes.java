package io.deskhand.server.people;

import io.deskhand.model.Agent;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.CreateAgent;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.index.Directory;
import io.deskhand.server.store.Actor;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.ListSlice;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.UUID;

/** The routes of the people at the desk. */
public final class PeopleRoutes {
  private final Directory directory;
  private final Writes writes;
  private final Passwords passwords;

  public PeopleRoutes(Directory directory, Writes writes, Passwords passwords) {
    this.directory = directory;
    this.writes = writes;
    this.passwords = passwords;
  }

  /** GET /support/agents. */
  public Reply list(Exchange exchange) {
    Access.staff(exchange);
    ListSlice slice = ListSlice.read(exchange.params());
    var part = slice.of(directory.agents(), Agent::id);
    return Reply.ok(new AgentPage(part.rows(), part.total(), part.nextCursor()));
  }

  /** POST /support/agents. */
  public Reply create(Exchange exchange) {
    Access.admins(exchange);
    CreateAgent request = exchange.body(CreateAgent.class);
    // Hashed before the transaction, which is to be short; checked in it with everything else.
    String hash = request.password() == null ? null : passwords.hash(request.password());
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange, tx -> Reply.of(201, new AgentCreating(tx, actor).create(request, hash)));
  }

  /** PATCH /support/agents/{id}. */
  public Reply patch(Exchange exchange) {
    Access.staff(exchange);
    UUID id = exchange.pathId("id");
    AgentPatch patch = exchange.body(AgentPatch.class);
    Actor actor = exchange.session().actor();
    return writes.write(exchange, tx -> Reply.ok(new AgentPatching(tx, actor).patch(id, patch)));
  }

  /** DELETE /support/agents/{id}: shuts the agent out; what they did stays. */
  public Reply shutOut(Exchange exchange) {
    Access.admins(exchange);
    UUID id = exchange.pathId("id");
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange,
        tx -> {
          new ShuttingOut(tx, actor).run(id);
          return Reply.empty();
        });
  }
}
