package io.deskhand.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import java.util.ArrayList;
import java.util.List;

/** Holds every counter of a desk against what it counts. */
final class Recount {
  private final Caller caller;
  private final Person admin;

  Recount(Caller caller, Person admin) {
    this.caller = caller;
    this.admin = admin;
  }

  void check() {
    List<Ticket> tickets = tickets();
    List<Agent> agents = read(Routes.AGENTS, AgentPage.class).agents();
    for (Agent agent : agents) {
      long active = tickets.stream().filter(ticket -> isActiveWith(ticket, agent)).count();
      assertThat(agent.activeTickets()).as(agent.name()).isEqualTo((int) active);
    }
    read(Routes.DEPARTMENTS, DepartmentPage.class)
        .departments()
        .forEach(
            department -> {
              long members =
                  agents.stream().filter(a -> department.id().equals(a.departmentId())).count();
              assertThat(department.agentCount()).isEqualTo((int) members);
            });
    tickets.forEach(this::checkTicket);
  }

  private static boolean isActiveWith(Ticket ticket, Agent agent) {
    boolean escalated = ticket.escalatedTo() != null;
    return ticket.status().isActive()
        && agent.id().equals(escalated ? ticket.escalatedTo() : ticket.assignedTo());
  }

  /** A ticket has a message for each that it counts, and a history entry for each version. */
  private void checkTicket(Ticket ticket) {
    JsonNode messages = caller.get(admin, Routes.ticket(ticket.id(), "messages?limit=1"));
    assertThat(messages.path("total").asInt()).isEqualTo(ticket.messageCount());
    JsonNode history = caller.get(admin, Routes.ticket(ticket.id(), "history?limit=1"));
    assertThat(history.path("total").asLong()).isGreaterThanOrEqualTo(ticket.version());
  }

  private List<Ticket> tickets() {
    List<Ticket> all = new ArrayList<>();
    String from = "";
    while (from != null) {
      TicketPage page = read(Routes.TICKETS + "?limit=500" + from, TicketPage.class);
      all.addAll(page.tickets());
      from = page.nextCursor() == null ? null : "&cursor=" + page.nextCursor();
    }
    return all;
  }

  private <T> T read(String path, Class<T> type) {
    return Json.convert(caller.get(admin, path), type);
  }
}
