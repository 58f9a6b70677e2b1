package io.deskhand.console.ticket;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Who a ticket can be given to, the likeliest first. */
final class AgentChoices {
  private AgentChoices() {}

  /**
   * The agents whose name, or a word of it, begins with {@code text}: oneself first, then those who
   * are available, by load.
   */
  static List<Agent> matching(List<Agent> agents, String text, UUID me) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return agents.stream()
        .filter(agent -> matches(agent, wanted))
        .sorted(
            Comparator.comparing((Agent agent) -> !agent.id().equals(me))
                .thenComparing(agent -> agent.status() != AgentStatus.AVAILABLE)
                .thenComparing(AgentChoices::load)
                .thenComparing(Agent::name))
        .toList();
  }

  private static boolean matches(Agent agent, String wanted) {
    String name = agent.name().toLowerCase(Locale.ROOT);
    return name.startsWith(wanted) || name.contains(" " + wanted);
  }

  private static double load(Agent agent) {
    return agent.capacity() == 0 ? 1 : (double) agent.activeTickets() / agent.capacity();
  }
}
