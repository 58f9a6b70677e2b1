package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.Department;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.DepartmentPage;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Counters are what a recount gives, whatever happened, also at once. */
class CountersTest extends ServerTest {
  private static final int TICKETS = 12;
  private static final int STEPS = 60;
  private static final List<String> VERBS =
      List.of(
          "assign",
          "auto",
          "escalate",
          "tier",
          "resolve",
          "close",
          "reopen",
          "note",
          "reply",
          "customer",
          "unassign",
          "delete",
          "move");
  private final List<Agent> agents =
      List.of(TestDesk.MAX, TestDesk.INES, TestDesk.OMAR, TestDesk.BEA, TestDesk.BORIS);

  @Test
  void afterARandomRunOfVerbsEveryCounterIsRight() throws Exception {
    List<UUID> tickets = new ArrayList<>();
    for (int n = 0; n < TICKETS; n++) {
      tickets.add(newTicket().id());
    }
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> runs = new ArrayList<>();
      for (int caller = 0; caller < 5; caller++) {
        Random random = new Random(caller);
        runs.add(callers.submit(() -> run(tickets, random)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
    recount();
  }

  private void run(List<UUID> tickets, Random random) {
    for (int step = 0; step < STEPS; step++) {
      UUID ticket = tickets.get(random.nextInt(tickets.size()));
      Client.Answer answer =
          act(Routes.ticket(ticket), VERBS.get(random.nextInt(VERBS.size())), random);
      assertThat(answer.status()).as(answer.response().body()).isIn(200, 201, 204, 404, 409, 422);
    }
  }

  private Client.Answer act(String ticket, String verb, Random random) {
    UUID agent = agents.get(random.nextInt(agents.size())).id();
    return switch (verb) {
      case "assign" -> ada.post(ticket + "/assign", Map.of("agentId", agent));
      case "auto" -> ada.post(ticket + "/assign", Map.of("auto", true));
      case "escalate" -> ada.post(ticket + "/escalate", Map.of("reason", "r", "agentId", agent));
      case "tier" -> ada.post(ticket + "/escalate", Map.of("reason", "r", "tier", 3));
      case "note" -> ada.post(ticket + "/messages", Map.of("body", "note", "internal", true));
      case "reply" -> ada.post(ticket + "/messages", Map.of("body", "reply"));
      case "customer" -> cora.post(ticket + "/messages", Map.of("body", "hello?"));
      case "unassign" -> ada.send("PATCH", ticket, "{\"assignedTo\":null}");
      case "move" -> ada.patch(ticket, Map.of("departmentId", TestDesk.BILLING.id()));
      case "delete" -> random.nextInt(20) == 0 ? ada.delete(ticket) : ada.get(ticket);
      default -> ada.post(ticket + "/" + verb, Map.of());
    };
  }

  private void recount() {
    List<Ticket> all = ada.get(Routes.TICKETS + "?limit=500").ok(TicketPage.class).tickets();
    assertThat(all).isNotEmpty();
    List<Agent> staff = ada.get(Routes.AGENTS).ok(AgentPage.class).agents();
    assertThat(staff.stream().mapToInt(Agent::activeTickets).sum()).isPositive();
    for (Agent agent : staff) {
      long active =
          all.stream()
              .filter(t -> t.status().isActive())
              .filter(
                  t ->
                      agent.id().equals(t.escalatedTo() != null ? t.escalatedTo() : t.assignedTo()))
              .count();
      assertThat(agent.activeTickets()).as(agent.name()).isEqualTo((int) active);
    }
    for (Department department :
        ada.get(Routes.DEPARTMENTS).ok(DepartmentPage.class).departments()) {
      long members = staff.stream().filter(a -> department.id().equals(a.departmentId())).count();
      assertThat(department.agentCount()).isEqualTo((int) members);
    }
    for (Ticket ticket : all) {
      var messages =
          ada.get(Routes.ticket(ticket.id(), "messages?limit=500")).ok(MessagePage.class);
      assertThat(ticket.messageCount()).isEqualTo(messages.messages().size());
      assertThat(messages.total()).isEqualTo(ticket.messageCount());
      assertThat(messages.messages())
          .extracting(message -> message.createdAt())
          .doesNotHaveDuplicates()
          .isSorted();
      // Every change of a ticket has its entry: one for each version, and nothing more.
      assertThat(ada.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).total())
          .isEqualTo(ticket.version());
    }
  }
}
