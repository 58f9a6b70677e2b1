package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sees what (contract section 3). */
class ScopeTest extends ServerTest {
  private Client ines;
  private Client bea;
  private Client carl;

  @BeforeAll
  void signIn() {
    ines = nobody.signIn("ines@demo.desk");
    bea = nobody.signIn("bea@demo.desk");
    carl = nobody.signIn("carl@demo.desk");
  }

  @Test
  void anUnassignedTicketIsSeenByItsDepartment() {
    Ticket ticket = newTicket();
    seen(ticket, ada, lea, max, ines, cora);
    hidden(ticket, bea, carl);
  }

  @Test
  void anAssignedTicketIsSeenByItsAgentAndTheLead() {
    Ticket ticket = newTicket();
    assign(ticket, TestDesk.MAX.id());
    seen(ticket, ada, lea, max, cora);
    hidden(ticket, ines, bea, carl);
  }

  @Test
  void anEscalatedTicketIsSeenByBothAgents() {
    Ticket ticket = newTicket();
    assign(ticket, TestDesk.MAX.id());
    max.post(
            Routes.ticket(ticket.id(), "escalate"),
            Map.of("reason", "hard", "agentId", TestDesk.BEA.id()))
        .ok(Ticket.class);
    seen(ticket, ada, lea, max, bea, cora);
    hidden(ticket, ines, carl);
  }

  @Test
  void aTicketWithoutADepartmentIsTheAdmins() {
    Ticket ticket = cora.post(Routes.TICKETS, Map.of("subject", "Where?")).ok(Ticket.class);
    assertThat(ticket.departmentId()).isNull();
    seen(ticket, ada, cora);
    hidden(ticket, lea, max, bea, carl);
  }

  @Test
  void whatIsHiddenCannotBeTouchedEither() {
    Ticket ticket = newTicket();
    for (String verb : List.of("assign", "escalate", "resolve", "close", "reopen", "notify")) {
      bea.post(Routes.ticket(ticket.id(), verb), Map.of()).problem(ErrorCode.NOT_FOUND);
    }
    bea.patch(Routes.ticket(ticket.id()), Map.of("priority", "low")).problem(ErrorCode.NOT_FOUND);
    bea.delete(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
    bea.get(Routes.ticket(ticket.id(), "messages")).problem(ErrorCode.NOT_FOUND);
    bea.get(Routes.ticket(ticket.id(), "history")).problem(ErrorCode.NOT_FOUND);
    bea.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", "hello"))
        .problem(ErrorCode.NOT_FOUND);
    carl.post(Routes.ticket(ticket.id(), "satisfaction"), Map.of("score", 5))
        .problem(ErrorCode.NOT_FOUND);
    // An unknown ticket answers the same as a hidden one.
    UUID unknown = TestDesk.id(999);
    assertThat(bea.get(Routes.ticket(unknown)).problem(ErrorCode.NOT_FOUND).detail())
        .isEqualTo(bea.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND).detail());
  }

  @Test
  void aCustomerMayNotDoTheDesksWork() {
    String ticket = Routes.ticket(newTicket().id());
    for (String verb : List.of("assign", "escalate", "resolve", "notify")) {
      cora.post(ticket + "/" + verb, Map.of()).problem(ErrorCode.FORBIDDEN);
    }
    cora.patch(ticket, Map.of("priority", "urgent")).problem(ErrorCode.FORBIDDEN);
    cora.delete(ticket).problem(ErrorCode.FORBIDDEN);
    cora.put(ticket + "/status", Map.of("status", "pending")).problem(ErrorCode.FORBIDDEN);
    cora.get(Routes.AGENTS).problem(ErrorCode.FORBIDDEN);
    cora.post(ticket + "/messages", Map.of("body", "psst", "internal", true))
        .problem(ErrorCode.FORBIDDEN);
    cora.post(ticket + "/close", Map.of()).ok(Ticket.class);
    cora.put(ticket + "/status", Map.of("status", "reopened")).ok(Ticket.class);
  }

  @Test
  void aCustomersTicketIsTheirsWhateverTheySay() {
    Ticket ticket =
        cora.post(
                Routes.TICKETS,
                Map.of(
                    "subject", "Mine",
                    "customerId", TestDesk.CARL.id(),
                    "customerName", "Somebody"))
            .ok(Ticket.class);
    assertThat(ticket.customerId()).isEqualTo(TestDesk.CORA.id());
    assertThat(ticket.customerName()).isEqualTo("Cora");
    assertThat(ticket.organizationId()).isEqualTo(TestDesk.ACME.id());
  }

  @Test
  void aCustomerNeverSeesNotesNorFindsThem() {
    Ticket ticket = newTicket();
    String messages = Routes.ticket(ticket.id(), "messages");
    max.post(messages, Map.of("body", "xyzzy is a difficult one", "internal", true));
    max.post(messages, Map.of("body", "We are looking into it"));

    MessagePage forCora = cora.get(messages).ok(MessagePage.class);
    assertThat(forCora.messages()).extracting(Message::internal).containsExactly(false);
    assertThat(forCora.total()).isEqualTo(1);
    assertThat(max.get(messages).ok(MessagePage.class).total()).isEqualTo(2);
    assertThat(cora.get(Routes.TICKETS + "?q=xyzzy").ok(TicketPage.class).tickets()).isEmpty();
    assertThat(max.get(Routes.TICKETS + "?q=XYZZY").ok(TicketPage.class).tickets()).hasSize(1);
    HistoryPage history = cora.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class);
    assertThat(history.history()).noneMatch(entry -> entry.action().isForStaff());
    assertThat(history.total()).isEqualTo(history.history().size());
  }

  @Test
  void theAdminsViewIsForLeads() {
    newTicket();
    for (String prefix : List.of(Routes.SUPPORT, Routes.API_SUPPORT, Routes.ADMIN_SUPPORT)) {
      String path = prefix + "/tickets?limit=1&page=1&status=open";
      assertThat(lea.get(path).ok(TicketPage.class).tickets()).hasSize(1);
    }
    max.get(Routes.ADMIN_SUPPORT + "/tickets").problem(ErrorCode.FORBIDDEN);
    assertThat(max.get(Routes.API_SUPPORT + "/tickets").status()).isEqualTo(200);
  }

  private void assign(Ticket ticket, UUID agent) {
    lea.post(Routes.ticket(ticket.id(), "assign"), new AssignRequest(null, agent, null))
        .ok(Ticket.class);
  }

  private static void seen(Ticket ticket, Client... clients) {
    for (Client client : clients) {
      client.get(Routes.ticket(ticket.id())).ok(Ticket.class);
      assertThat(listed(client)).contains(ticket.id());
    }
  }

  private static void hidden(Ticket ticket, Client... clients) {
    for (Client client : clients) {
      client.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
      assertThat(listed(client)).doesNotContain(ticket.id());
    }
  }

  private static List<UUID> listed(Client client) {
    return client.get(Routes.TICKETS + "?limit=500").ok(TicketPage.class).tickets().stream()
        .map(Ticket::id)
        .toList();
  }
}
