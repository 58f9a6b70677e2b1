package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Channel;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each verb does besides moving the ticket. */
class VerbsTest extends ServerTest {
  @Test
  void aNewTicketHasWhatItsCategoryAndItsCustomerSay() {
    Ticket ticket =
        max.post(
                Routes.TICKETS,
                Map.of(
                    "subject", "  Refund ",
                    "category", "billing",
                    "channel", "phone",
                    "customerEmail", "CORA@demo.desk",
                    "tags", List.of("b", "a")))
            .ok(Ticket.class);
    assertThat(ticket.subject()).isEqualTo("Refund");
    assertThat(ticket.status()).isEqualTo(Status.OPEN);
    assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
    assertThat(ticket.channel()).isEqualTo(Channel.PHONE);
    assertThat(ticket.departmentId()).isEqualTo(TestDesk.BILLING.id());
    assertThat(ticket.customerId()).isEqualTo(TestDesk.CORA.id());
    assertThat(ticket.organizationId()).isEqualTo(TestDesk.ACME.id());
    assertThat(ticket.tags()).containsExactly("b", "a");
    assertThat(ticket.ticketNumber()).matches("TKT-2026-\\d{6}");
    assertThat(ticket.version()).isEqualTo(1);
  }

  @Test
  void aCustomerWhoIsNotKnownIsMadeOnce() {
    Map<String, Object> body =
        Map.of("subject", "Hi", "customerName", "New One", "customerEmail", "new@one.example");
    Ticket first = max.post(Routes.TICKETS, body).ok(Ticket.class);
    Ticket second = max.post(Routes.TICKETS, body).ok(Ticket.class);
    assertThat(first.customerId()).isNotNull().isEqualTo(second.customerId());
    assertThat(
            max.post(Routes.TICKETS, Map.of("subject", "Hi", "customerId", UUID.randomUUID()))
                .error("customerId"))
        .isEqualTo("no such customer");
  }

  @Test
  void everyThingThatHappensHasItsNameInHistory() {
    Ticket ticket = newTicket();
    String path = Routes.ticket(ticket.id());
    ada.patch(path, Map.of("subject", "Renamed"));
    ada.patch(path, Map.of("priority", "urgent"));
    ada.post(path + "/messages", Map.of("body", "Hello"));
    ada.post(path + "/messages", Map.of("body", "Psst", "internal", true));
    ada.post(path + "/resolve", Map.of());
    ada.post(path + "/close", Map.of());
    cora.post(path + "/satisfaction", Map.of("score", 5));
    cora.post(path + "/reopen", Map.of());
    assertThat(ada.get(path + "/history").ok(HistoryPage.class).history())
        .extracting(HistoryEntry::action)
        .containsExactly(
            HistoryAction.TICKET_CREATED,
            HistoryAction.TICKET_UPDATED,
            HistoryAction.PRIORITY_CHANGED,
            HistoryAction.MESSAGE_SENT,
            HistoryAction.NOTE_ADDED,
            HistoryAction.TICKET_RESOLVED,
            HistoryAction.TICKET_CLOSED,
            HistoryAction.SATISFACTION_RECORDED,
            HistoryAction.TICKET_REOPENED);
  }

  @Test
  void aTicketIsAnsweredWithWhatItRefersTo() {
    Ticket ticket = newTicket();
    assign(ticket, TestDesk.MAX);
    JsonNode answer =
        max.get(Routes.ticket(ticket.id()) + "?include=requester,assignee,organization,deal")
            .json();
    assertThat(answer.at("/requester/name").asText()).isEqualTo("Cora");
    assertThat(answer.at("/assignee/name").asText()).isEqualTo("Max");
    assertThat(answer.at("/organization/tier").asText()).isEqualTo("standard");
    assertThat(max.get(Routes.ticket(ticket.id()) + "?include=secrets").error("include"))
        .contains("secrets");
  }

  @Test
  void escalatingMovesTheLoadAndResolvingGivesItBack() {
    Ticket ticket = newTicket();
    int maxBefore = load(TestDesk.MAX);
    int inesBefore = load(TestDesk.INES);
    assign(ticket, TestDesk.MAX);
    assertThat(load(TestDesk.MAX)).isEqualTo(maxBefore + 1);

    Ticket escalated =
        max.post(
                Routes.TICKETS + "/escalate",
                Map.of("ticket_id", ticket.id(), "reason", "hard", "agentId", TestDesk.INES.id()))
            .ok(Ticket.class);
    assertThat(escalated.status()).isEqualTo(Status.ESCALATED);
    assertThat(escalated.escalatedToName()).isEqualTo("Ines");
    assertThat(escalated.assignedTo()).isEqualTo(TestDesk.MAX.id());
    assertThat(load(TestDesk.MAX)).isEqualTo(maxBefore);
    assertThat(load(TestDesk.INES)).isEqualTo(inesBefore + 1);

    lea.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "done")).ok(Ticket.class);
    assertThat(load(TestDesk.INES)).isEqualTo(inesBefore);
    lea.post(Routes.ticket(ticket.id(), "reopen"), Map.of()).ok(Ticket.class);
    assertThat(load(TestDesk.INES)).isEqualTo(inesBefore + 1);
    lea.delete(Routes.ticket(ticket.id()));
    assertThat(load(TestDesk.INES)).isEqualTo(inesBefore);
  }

  @Test
  void automaticAssignmentPicksTheLeastBusyAgentOfTheDepartment() {
    int least =
        List.of(TestDesk.MAX, TestDesk.INES, TestDesk.OMAR).stream()
            .mapToInt(this::load)
            .min()
            .orElseThrow();
    Ticket ticket = newTicket();
    Ticket assigned =
        lea.post(Routes.ticket(ticket.id(), "assign"), Map.of("auto", true)).ok(Ticket.class);
    Agent agent = agent(assigned.assignedTo());
    assertThat(agent.departmentId()).isEqualTo(TestDesk.SUPPORT.id());
    assertThat(agent.activeTickets()).isEqualTo(least + 1);
    assertThat(assigned.status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void automaticAssignmentTakesTurnsAndPassesOverWhoIsAway() {
    Ticket first = billing();
    Ticket second = billing();
    UUID one = auto(first);
    UUID other = auto(second);
    assertThat(List.of(one, other))
        .containsExactlyInAnyOrder(TestDesk.BEA.id(), TestDesk.BORIS.id());

    ada.patch(Routes.AGENTS + "/" + TestDesk.BEA.id(), Map.of("status", "away"));
    assertThat(auto(billing())).isEqualTo(TestDesk.BORIS.id());
    ada.patch(Routes.AGENTS + "/" + TestDesk.BORIS.id(), Map.of("capacity", 0));
    ada.post(Routes.ticket(billing().id(), "assign"), Map.of("auto", true))
        .problem(ErrorCode.CONFLICT);
    // With nobody to take it an escalation waits in the department, with nobody.
    Ticket waiting =
        ada.post(Routes.ticket(first.id(), "escalate"), Map.of("reason", "hard")).ok(Ticket.class);
    assertThat(waiting.status()).isEqualTo(Status.ESCALATED);
    assertThat(waiting.assignedTo()).isNull();
    assertThat(waiting.escalatedTo()).isNull();
    ada.patch(Routes.AGENTS + "/" + TestDesk.BEA.id(), Map.of("status", "available"));
    ada.patch(Routes.AGENTS + "/" + TestDesk.BORIS.id(), Map.of("capacity", 50));
  }

  @Test
  void anEscalationWithoutATargetGoesOneTierUp() {
    Ticket ticket = newTicket();
    assign(ticket, TestDesk.INES);
    Ticket escalated =
        lea.post(Routes.ticket(ticket.id(), "escalate"), Map.of("reason", "hard")).ok(Ticket.class);
    assertThat(escalated.escalatedTo()).isEqualTo(TestDesk.OMAR.id());
  }

  @Test
  void anEscalationToADepartmentMovesTheTicketThere() {
    Ticket ticket = newTicket();
    Ticket escalated =
        lea.post(
                Routes.ticket(ticket.id(), "escalate"),
                Map.of("reason", "money", "departmentId", TestDesk.BILLING.id()))
            .ok(Ticket.class);
    assertThat(escalated.departmentId()).isEqualTo(TestDesk.BILLING.id());
    assertThat(escalated.escalatedTo()).isEqualTo(TestDesk.BORIS.id());
  }

  @Test
  void anEscalationNeedsAReasonAndAtMostOneTarget() {
    String escalate = Routes.ticket(newTicket().id(), "escalate");
    assertThat(lea.post(escalate, Map.of()).error("reason")).isEqualTo("is missing");
    assertThat(lea.post(escalate, Map.of("reason", "r", "tier", 4)).error("tier"))
        .contains("from 1 to 3");
    assertThat(
            lea.post(escalate, Map.of("reason", "r", "tier", 3, "agentId", TestDesk.OMAR.id()))
                .error("agentId"))
        .contains("one of");
    assertThat(
            lea.post(escalate, Map.of("reason", "r", "agentId", UUID.randomUUID()))
                .error("agentId"))
        .isEqualTo("no such agent");
  }

  @Test
  void aClosedTicketSaysHowToEscalateIt() {
    Ticket ticket = newTicket();
    lea.post(Routes.ticket(ticket.id(), "close"), Map.of()).ok(Ticket.class);
    assertThat(
            lea.post(Routes.ticket(ticket.id(), "escalate"), Map.of("reason", "r"))
                .problem(ErrorCode.INVALID_TRANSITION)
                .detail())
        .isEqualTo("Cannot escalate a closed ticket: reopen it first");
  }

  @Test
  void aPatchChangesWhatItNamesAndClearsWhatIsNull() {
    Ticket ticket = newTicket();
    String path = Routes.ticket(ticket.id());
    Ticket changed =
        max.send(
                "PATCH",
                path,
                "{\"description\":\"More\",\"tags\":[\"x\"],\"status\":\"pending\",\"priority\":\"urgent\"}")
            .ok(Ticket.class);
    assertThat(changed.description()).isEqualTo("More");
    assertThat(changed.status()).isEqualTo(Status.PENDING);
    assertThat(changed.priority()).isEqualTo(Priority.URGENT);
    assertThat(changed.subject()).isEqualTo(ticket.subject());
    Ticket cleared = max.send("PUT", path, "{\"description\":null}").ok(Ticket.class);
    assertThat(cleared.description()).isNull();
    assertThat(cleared.tags()).containsExactly("x");
    Ticket same = max.send("PATCH", path, "{\"priority\":\"urgent\"}").ok(Ticket.class);
    assertThat(same.version()).isEqualTo(cleared.version());
    assertThat(max.send("PATCH", path, "{\"subject\":null}").error("subject"))
        .contains("must not be empty");
    assertThat(max.send("PATCH", path, "{\"version\":9}").error("version"))
        .contains("unknown field");
  }

  @Test
  void aPatchThatAssignsAndMovesUsesTheVerbs() {
    Ticket ticket = newTicket();
    int before = load(TestDesk.MAX);
    Ticket assigned =
        lea.patch(Routes.ticket(ticket.id()), Map.of("assignedTo", TestDesk.MAX.id()))
            .ok(Ticket.class);
    assertThat(assigned.status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(load(TestDesk.MAX)).isEqualTo(before + 1);
    Ticket free =
        lea.send("PATCH", Routes.ticket(ticket.id()), "{\"assignedTo\":null}").ok(Ticket.class);
    assertThat(free.assignedToName()).isNull();
    assertThat(load(TestDesk.MAX)).isEqualTo(before);
    lea.patch(Routes.ticket(ticket.id()), Map.of("status", "closed"))
        .problem(ErrorCode.INVALID_TRANSITION);
  }

  @Test
  void historyTellsWhoDidWhatFromWhatToWhat() {
    Ticket ticket = newTicket();
    clock.advance(Duration.ofSeconds(1));
    assign(ticket, TestDesk.MAX);
    max.patch(Routes.ticket(ticket.id()), Map.of("priority", "high")).ok(Ticket.class);
    max.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "Fixed it"))
        .ok(Ticket.class);
    cora.post(Routes.ticket(ticket.id(), "satisfaction"), Map.of("score", 5, "comment", "Great"))
        .ok(Ticket.class);

    List<HistoryEntry> history =
        max.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
    assertThat(history)
        .extracting(HistoryEntry::action)
        .containsExactly(
            HistoryAction.TICKET_CREATED,
            HistoryAction.TICKET_ASSIGNED,
            HistoryAction.PRIORITY_CHANGED,
            HistoryAction.TICKET_RESOLVED,
            HistoryAction.SATISFACTION_RECORDED);
    assertThat(history)
        .extracting(HistoryEntry::performedByName)
        .containsExactly("Cora", "Lea", "Max", "Max", "Cora");
    assertThat(history.get(1).changes())
        .containsExactly(
            new FieldChange("status", "open", "in_progress"),
            new FieldChange("assignedTo", null, "Max"));
    assertThat(history.get(2).changes())
        .containsExactly(new FieldChange("priority", "medium", "high"));
    assertThat(history.get(3).details()).isEqualTo("Fixed it");
    assertThat(history).extracting(HistoryEntry::timestamp).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void onlyTheCustomerRatesAndOnlyWhenItIsDone() {
    Ticket ticket = newTicket();
    String rate = Routes.ticket(ticket.id(), "satisfaction");
    cora.post(rate, Map.of("score", 5)).problem(ErrorCode.CONFLICT);
    max.post(Routes.ticket(ticket.id(), "resolve"), Map.of()).ok(Ticket.class);
    max.post(rate, Map.of("score", 5)).problem(ErrorCode.FORBIDDEN);
    assertThat(cora.post(rate, Map.of("score", 6)).error("score")).contains("from 1 to 5");
    assertThat(cora.post(rate, Map.of()).error("score")).isEqualTo("is missing");
    assertThat(cora.post(rate, Map.of("score", 4)).ok(Ticket.class).satisfaction()).isEqualTo(4);
  }

  @Test
  void aNotificationIsKeptInHistoryForTheStaff() {
    Ticket ticket = newTicket();
    String notify = Routes.ticket(ticket.id(), "notify");
    lea.post(notify, Map.of("message", "We are on it")).ok(Ticket.class);
    lea.post(notify, Map.of("message", "Hurry", "to", "assignee")).problem(ErrorCode.CONFLICT);
    assertThat(lea.post(notify, Map.of()).error("message")).isEqualTo("is missing");
    List<HistoryEntry> history =
        lea.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
    assertThat(history.getLast().action()).isEqualTo(HistoryAction.NOTIFICATION_SENT);
    assertThat(history.getLast().details()).isEqualTo("To the customer: We are on it");
  }

  @Test
  void whatIsDeletedIsGoneForEverybody() {
    Ticket ticket = newTicket();
    assertThat(max.delete(Routes.ticket(ticket.id())).status()).isEqualTo(204);
    for (Client client : List.of(ada, max, cora)) {
      client.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
      client.get(Routes.ticket(ticket.id(), "messages")).problem(ErrorCode.NOT_FOUND);
    }
    max.delete(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
  }

  private Ticket billing() {
    return ada.post(Routes.TICKETS, Map.of("subject", "Bill", "category", "billing"))
        .ok(Ticket.class);
  }

  private UUID auto(Ticket ticket) {
    clock.advance(Duration.ofSeconds(1));
    return ada.post(Routes.ticket(ticket.id(), "assign"), Map.of("auto", true))
        .ok(Ticket.class)
        .assignedTo();
  }

  private void assign(Ticket ticket, Agent agent) {
    lea.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", agent.id())).ok(Ticket.class);
  }

  private int load(Agent agent) {
    return agent(agent.id()).activeTickets();
  }

  private Agent agent(UUID id) {
    return ada.get(Routes.AGENTS).ok(AgentPage.class).agents().stream()
        .filter(agent -> agent.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
