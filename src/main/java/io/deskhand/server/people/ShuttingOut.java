package io.deskhand.server.people;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import java.util.UUID;

/** Ends the work of an agent who leaves: no sign-in, no session, no new tickets. */
final class ShuttingOut {
  private final Tx tx;
  private final Actor actor;

  ShuttingOut(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  void run(UUID id) {
    if (id.equals(actor.id())) {
      throw ProblemException.of(ErrorCode.CONFLICT, "Nobody can shut out themselves");
    }
    if (tx.staff().find(id).isEmpty()) {
      throw Problems.notFound("agent");
    }
    AgentPatch away = new AgentPatch(null, null, null, null, AgentStatus.AWAY, null, null);
    Agent agent = new AgentPatching(tx, actor).patch(id, away);
    tx.staff().disable(agent);
    tx.refreshTokens().revokeAll(id);
    tx.event(Events.AGENT_STATUS_CHANGED, null, actor.id());
  }
}
