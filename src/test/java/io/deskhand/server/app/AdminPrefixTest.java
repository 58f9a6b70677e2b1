package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes as seed 004 spells them. */
class AdminPrefixTest extends ServerTest {
  private static final String TICKETS = Routes.ADMIN_SUPPORT + "/tickets";

  @Test
  void aLeadListsByPageLimitAndStatus() {
    newTicket();
    newTicket();
    String query = TICKETS + "?limit=1&status=open&sort=-created_at&page=";
    TicketPage first = lea.get(query + 1).ok(TicketPage.class);
    TicketPage second = lea.get(query + 2).ok(TicketPage.class);
    assertThat(second.tickets()).hasSize(1).doesNotContainAnyElementsOf(first.tickets());
    assertThat(second.total()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aLeadSetsTheStatusAndAssignsWithTheSeedsSpelling() {
    String id = newTicket().id().toString();
    Ticket assigned =
        lea.post(TICKETS + "/" + id + "/assign", Map.of("agent_id", TestDesk.MAX.id()))
            .ok(Ticket.class);
    assertThat(assigned.assignedTo()).isEqualTo(TestDesk.MAX.id());
    Ticket pending =
        lea.put(TICKETS + "/" + id + "/status", Map.of("status", "PENDING")).ok(Ticket.class);
    assertThat(pending.status()).isEqualTo(Status.PENDING);
    assertThat(lea.get(TICKETS + "/" + id).ok(Ticket.class)).isEqualTo(pending);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/support/tickets",
        "/api/support/tickets",
        "/api/v1/admin/support/tickets",
        "/tickets"
      })
  void snakeCaseIsUnderstoodInBodiesAndQueriesUnderEveryPrefix(String tickets) {
    Ticket ticket =
        lea.post(
                tickets,
                Map.of(
                    "subject", tickets + "!", "customer_id", TestDesk.CARL.id(), "deal_id", id()))
            .ok(Ticket.class);
    assertThat(ticket.customerId()).isEqualTo(TestDesk.CARL.id());
    JsonNode found = lea.get(tickets + "?customer_id=" + TestDesk.CARL.id() + "&limit=500").json();
    assertThat(found.path("tickets").findValuesAsText("id")).contains(ticket.id().toString());
    JsonNode others = lea.get(tickets + "?customer_id=" + TestDesk.CINA.id()).json();
    assertThat(others.path("tickets")).isEmpty();
  }

  @Test
  void thePlainRoutesOfTicketsAreThoseOfTheDesk() {
    Ticket ticket =
        cora.post("/tickets", Map.of("subject", "Plain", "category", "technical")).ok(Ticket.class);
    String path = "/tickets/" + ticket.id();
    assertThat(cora.get(path).ok(Ticket.class)).isEqualTo(ticket);
    assertThat(lea.put(path, Map.of("priority", "low")).ok(Ticket.class).priority())
        .isEqualTo(Priority.LOW);
    cora.post(path + "/messages", Map.of("body", "Hello?")).ok(Message.class);
    assertThat(cora.get(path + "/messages").ok(MessagePage.class).total()).isEqualTo(1);
    assertThat(lea.post(path + "/escalate", Map.of("reason", "Hard")).ok(Ticket.class).status())
        .isEqualTo(Status.ESCALATED);
    nobody
        .bearer(nobody.tokens("bea@demo.desk").accessToken())
        .get(path)
        .problem(ErrorCode.NOT_FOUND);
    nobody.get("/tickets").problem(ErrorCode.UNAUTHENTICATED);
    lea.get("/agents").problem(ErrorCode.NOT_FOUND);
    Client once = lea.with(Routes.IDEMPOTENCY_KEY, "plain-" + ticket.id());
    Ticket first = once.post("/tickets", Map.of("subject", "Once")).ok(Ticket.class);
    assertThat(once.post(Routes.TICKETS, Map.of("subject", "Once")).ok(Ticket.class))
        .isEqualTo(first);
  }

  @Test
  void agentsAndCustomersHaveNoBusinessThere() {
    String id = newTicket().id().toString();
    for (Client who : new Client[] {max, cora}) {
      who.get(TICKETS).problem(ErrorCode.FORBIDDEN);
      who.put(TICKETS + "/" + id + "/status", Map.of("status", "closed"))
          .problem(ErrorCode.FORBIDDEN);
    }
    nobody.get(TICKETS).problem(ErrorCode.UNAUTHENTICATED);
  }

  private static String id() {
    return TestDesk.id(900).toString();
  }
}
