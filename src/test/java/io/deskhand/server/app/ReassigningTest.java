package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Agents take what nobody has and hand on what they have; the rest is for those who lead. */
class ReassigningTest extends ServerTest {
  @Test
  void anAgentTakesWhatNobodyHas() {
    Ticket ticket = newTicket();
    Ticket taken = give(max, ticket, TestDesk.MAX).ok(Ticket.class);
    assertThat(taken.assignedTo()).isEqualTo(TestDesk.MAX.id());
    assertThat(taken.status()).isEqualTo(Status.IN_PROGRESS);
    Client ines = nobody.signIn("ines@demo.desk");
    give(ines, ticket, TestDesk.INES).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void anAgentHandsOnWhatTheyHave() {
    Ticket ticket = newTicket();
    give(max, ticket, TestDesk.MAX).ok(Ticket.class);
    Ticket handed = give(max, ticket, TestDesk.INES).ok(Ticket.class);
    assertThat(handed.assignedTo()).isEqualTo(TestDesk.INES.id());
    give(max, ticket, TestDesk.MAX).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void whatSomebodyElseHasOnlyLeadsReassign() {
    Ticket ticket = newTicket();
    give(max, ticket, TestDesk.MAX).ok(Ticket.class);
    max.post(
            Routes.ticket(ticket.id(), "escalate"),
            Map.of("reason", "Too hard", "agentId", TestDesk.INES.id()))
        .ok(Ticket.class);
    // Max still sees it, but Ines has it now.
    Ticket before = max.get(Routes.ticket(ticket.id())).ok(Ticket.class);
    give(max, ticket, TestDesk.MAX).problem(ErrorCode.FORBIDDEN);
    max.patch(Routes.ticket(ticket.id()), Map.of("assignedTo", TestDesk.OMAR.id()))
        .problem(ErrorCode.FORBIDDEN);
    max.send("PATCH", Routes.ticket(ticket.id()), "{\"assignedTo\": null}")
        .problem(ErrorCode.FORBIDDEN);
    assertThat(max.get(Routes.ticket(ticket.id())).ok(Ticket.class)).isEqualTo(before);
    Ticket moved = give(lea, ticket, TestDesk.OMAR).ok(Ticket.class);
    assertThat(moved.assignedTo()).isEqualTo(TestDesk.OMAR.id());
    assertThat(moved.escalatedTo()).isNull();
  }

  @Test
  void theTicketMayBeNamedInTheBody() {
    UUID id = newTicket().id();
    Ticket assigned =
        lea.post(Routes.TICKETS + "/assign", Map.of("ticket_id", id, "agent_id", TestDesk.MAX.id()))
            .ok(Ticket.class);
    assertThat(assigned.assignedTo()).isEqualTo(TestDesk.MAX.id());
    Ticket escalated =
        lea.post(Routes.TICKETS + "/escalate", Map.of("ticketId", id, "reason", "Hard"))
            .ok(Ticket.class);
    assertThat(escalated.status()).isEqualTo(Status.ESCALATED);
    assertThat(lea.post(Routes.TICKETS + "/assign", Map.of("auto", true)).error("ticketId"))
        .isEqualTo("is missing");
  }

  private static Client.Answer give(Client who, Ticket ticket, Agent agent) {
    return who.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", agent.id()));
  }
}
