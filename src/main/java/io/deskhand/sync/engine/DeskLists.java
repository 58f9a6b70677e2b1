package io.deskhand.sync.engine;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Me;
import io.deskhand.sync.Intent;
import io.deskhand.sync.Live;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.outbox.Outbox;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who works at the desk, in which teams, on what. Refreshed on the engine's thread. */
final class DeskLists {
  private final Me me;
  private final ConfirmedCopy copy;
  private final Outbox outbox;
  private final LiveCell<List<Agent>> agents;
  private final LiveCell<List<Department>> departments;
  private final LiveCell<List<Category>> categories;

  DeskLists(Me me, ConfirmedCopy copy, Outbox outbox, Notifier notifier) {
    this.me = me;
    this.copy = copy;
    this.outbox = outbox;
    this.agents = new LiveCell<>(List.of(), notifier);
    this.departments = new LiveCell<>(List.of(), notifier);
    this.categories = new LiveCell<>(List.of(), notifier);
  }

  Live<List<Agent>> agents() {
    return agents;
  }

  Live<List<Department>> departments() {
    return departments;
  }

  Live<List<Category>> categories() {
    return categories;
  }

  /** Computes them again from the copy and the outbox. */
  void refresh() {
    AgentStatus wanted = wantedStatus();
    agents.set(
        copy.agents().stream()
            .map(
                agent -> wanted != null && agent.id().equals(me.id()) ? with(agent, wanted) : agent)
            .sorted(Comparator.comparing(Agent::name, String.CASE_INSENSITIVE_ORDER))
            .toList());
    departments.set(
        copy.departments().stream()
            .sorted(Comparator.comparing(Department::name, String.CASE_INSENSITIVE_ORDER))
            .toList());
    categories.set(copy.categories());
  }

  private @Nullable AgentStatus wantedStatus() {
    AgentStatus wanted = null;
    for (var stored : outbox.all()) {
      if (stored.intent() instanceof Intent.SetMyStatus(AgentStatus status)
          && !stored.isRefused()) {
        wanted = status;
      }
    }
    return wanted;
  }

  private static Agent with(Agent agent, AgentStatus status) {
    return new Agent(
        agent.id(),
        agent.name(),
        agent.email(),
        agent.phone(),
        agent.departmentId(),
        agent.tier(),
        agent.role(),
        status,
        agent.capacity(),
        agent.activeTickets(),
        agent.skills(),
        agent.version());
  }
}
