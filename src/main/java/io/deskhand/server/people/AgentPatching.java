package io.deskhand.server.people;

import io.deskhand.model.Agent;
import io.deskhand.model.Role;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;

/** Changes agents: everyone their own status, leads also capacity, admins everything. */
final class AgentPatching {
  private final Tx tx;
  private final Actor actor;

  AgentPatching(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  Agent patch(UUID id, AgentPatch patch) {
    Agent before = tx.staff().find(id).orElseThrow(() -> Problems.notFound("agent"));
    allow(before, patch);
    check(patch);
    Agent after = apply(before, patch);
    if (after.equals(before)) {
      return before;
    }
    Agent saved = withVersion(after, before.version() + 1);
    tx.staff().update(before, saved);
    tx.event(
        before.status() == saved.status() ? Events.DESK_CHANGED : Events.AGENT_STATUS_CHANGED,
        null,
        actor.id());
    return saved;
  }

  private void allow(Agent agent, AgentPatch patch) {
    if (actor.role() == Role.ADMIN) {
      return;
    }
    boolean capacityOnly =
        patch.name() == null
            && patch.phone() == null
            && patch.departmentId() == null
            && patch.tier() == null
            && patch.skills() == null;
    boolean statusOnly = capacityOnly && patch.capacity() == null;
    UUID department = agent.departmentId();
    boolean leads =
        actor.role() == Role.LEAD
            && department != null
            && actor.scope().departments().contains(department);
    boolean own = agent.id().equals(actor.id());
    if (!(own && statusOnly) && !(leads && capacityOnly)) {
      throw Problems.forbidden(
          "Everyone sets their own status, a lead status and capacity of their agents, an admin"
              + " everything");
    }
  }

  private void check(AgentPatch patch) {
    Validation validation = new Validation();
    if (patch.name() != null) {
      validation.required("name", patch.name(), Limits.NAME);
    }
    AgentFields.check(validation, patch.phone(), patch.tier(), patch.capacity(), patch.skills());
    validation
        .that(
            patch.departmentId() == null || tx.departments().find(patch.departmentId()).isPresent(),
            "departmentId",
            "no such department")
        .check();
  }

  private static Agent apply(Agent agent, AgentPatch patch) {
    return new Agent(
        agent.id(),
        Objects.requireNonNullElse(patch.name(), agent.name()),
        agent.email(),
        patch.phone() == null ? agent.phone() : patch.phone(),
        patch.departmentId() == null ? agent.departmentId() : patch.departmentId(),
        Objects.requireNonNullElse(patch.tier(), agent.tier()),
        agent.role(),
        Objects.requireNonNullElse(patch.status(), agent.status()),
        Objects.requireNonNullElse(patch.capacity(), agent.capacity()),
        agent.activeTickets(),
        Objects.requireNonNullElse(patch.skills(), agent.skills()),
        agent.version());
  }

  private static Agent withVersion(Agent agent, long version) {
    return new Agent(
        agent.id(),
        agent.name(),
        agent.email(),
        agent.phone(),
        agent.departmentId(),
        agent.tier(),
        agent.role(),
        agent.status(),
        agent.capacity(),
        agent.activeTickets(),
        agent.skills(),
        version);
  }
}
