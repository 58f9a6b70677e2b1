package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.EscalationRequest;
import io.deskhand.model.EscalationStatus;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.EscalationPage;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Routes;
import io.deskhand.server.live.LiveClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An agent asks for an escalation, a lead decides, and the verb runs. */
class EscalationsTest extends ServerTest {
  @Test
  void anApprovedRequestEscalatesWithItsTargetAndPriority() {
    Ticket ticket = maxTicket();
    EscalationRequest request =
        ask(max, ticket, Map.of("targetAgentId", TestDesk.OMAR.id(), "targetPriority", "urgent"));
    assertThat(request.status()).isEqualTo(EscalationStatus.PENDING);
    assertThat(request.requestedByName()).isEqualTo("Max");
    assertThat(read(ticket)).isEqualTo(ticket);

    EscalationRequest decided =
        lea.post(path(request, "approve"), Map.of("comment", "Go on")).ok(EscalationRequest.class);

    assertThat(decided.status()).isEqualTo(EscalationStatus.APPROVED);
    assertThat(decided.decidedByName()).isEqualTo("Lea");
    assertThat(decided.comment()).isEqualTo("Go on");
    Ticket escalated = read(ticket);
    assertThat(escalated.status()).isEqualTo(Status.ESCALATED);
    assertThat(escalated.escalatedTo()).isEqualTo(TestDesk.OMAR.id());
    assertThat(escalated.priority()).isEqualTo(Priority.URGENT);
    assertThat(history(ada, ticket))
        .extracting(HistoryEntry::action)
        .containsExactly(
            HistoryAction.TICKET_CREATED,
            HistoryAction.TICKET_ASSIGNED,
            HistoryAction.ESCALATION_REQUESTED,
            HistoryAction.PRIORITY_CHANGED,
            HistoryAction.TICKET_ESCALATED,
            HistoryAction.ESCALATION_DECIDED);
    assertThat(history(cora, ticket))
        .extracting(HistoryEntry::action)
        .doesNotContain(HistoryAction.ESCALATION_REQUESTED, HistoryAction.ESCALATION_DECIDED);
    assertThat(history(ada, ticket)).extracting(HistoryEntry::details).contains(request.reason());
    assertThat(history(cora, ticket))
        .extracting(HistoryEntry::details)
        .doesNotContain(request.reason());
    lea.post(path(request, "deny"), Map.of()).problem(ErrorCode.CONFLICT);
  }

  @Test
  void aDeniedRequestLeavesTheTicketAndTellsWhoAsked() throws Exception {
    Ticket ticket = maxTicket();
    EscalationRequest request = ask(max, ticket, Map.of());
    ask(max, ticket, Map.of(), ErrorCode.CONFLICT);
    String token = nobody.tokens("max@demo.desk").accessToken();
    try (LiveClient live = LiveClient.signedIn(server.address(), token)) {
      lea.post(path(request, "deny"), Map.of("comment", "You can do this"))
          .ok(EscalationRequest.class);
      await().until(() -> live.heard(Events.NOTIFICATION).toString().contains("You can do this"));
    }
    assertThat(read(ticket)).isEqualTo(ticket);
    assertThat(history(max, ticket).getLast().details()).isEqualTo("Denied: You can do this");
    assertThat(listed(max, "status=denied&ticketId=" + ticket.id()))
        .extracting(EscalationRequest::id)
        .containsExactly(request.id());
    assertThat(listed(max, "status=pending&ticketId=" + ticket.id())).isEmpty();
    ask(max, ticket, Map.of("targetTier", 3));
  }

  @Test
  void whatTheTicketsLifeDoesNotHaveIsRefusedAndStaysPending() {
    Ticket ticket = maxTicket();
    EscalationRequest request = ask(max, ticket, Map.of());
    max.post(Routes.ticket(ticket.id(), "resolve"), Map.of()).ok(Ticket.class);
    assertThat(
            lea.post(path(request, "approve"), Map.of())
                .problem(ErrorCode.INVALID_TRANSITION)
                .state())
        .isEqualTo(Status.RESOLVED);
    assertThat(listed(lea, "ticketId=" + ticket.id()))
        .extracting(EscalationRequest::status)
        .containsExactly(EscalationStatus.PENDING);
    Ticket resolved = read(ticket);
    ask(max, resolved, Map.of(), ErrorCode.INVALID_TRANSITION);
    lea.post(path(request, "deny"), Map.of()).ok(EscalationRequest.class);
  }

  @Test
  void onlyThoseWhoSeeTheTicketAskAndOnlyItsLeadsDecide() {
    Ticket ticket = maxTicket();
    Client ines = nobody.signIn("ines@demo.desk");
    Client bea = nobody.signIn("bea@demo.desk");
    ask(ines, ticket, Map.of(), ErrorCode.NOT_FOUND);
    ask(cora, ticket, Map.of(), ErrorCode.FORBIDDEN);
    EscalationRequest request = ask(max, ticket, Map.of());
    max.post(path(request, "approve"), Map.of()).problem(ErrorCode.FORBIDDEN);
    assertThat(listed(bea, "")).doesNotContain(request);
    assertThat(listed(lea, "")).contains(request);
    cora.get(Routes.ESCALATIONS).problem(ErrorCode.FORBIDDEN);
    Ticket away =
        ada.patch(Routes.ticket(ticket.id()), Map.of("departmentId", TestDesk.BILLING.id()))
            .ok(Ticket.class);
    assertThat(away.departmentId()).isEqualTo(TestDesk.BILLING.id());
    lea.post(path(request, "approve"), Map.of()).problem(ErrorCode.NOT_FOUND);
    assertThat(listed(lea, "")).doesNotContain(request);
  }

  @Test
  void aRequestIsCheckedByName() {
    UUID ticket = maxTicket().id();
    assertThat(max.post(Routes.ESCALATIONS, Map.of("reason", "r")).error("ticketId"))
        .isEqualTo("is missing");
    assertThat(max.post(Routes.ESCALATIONS, Map.of("ticketId", ticket)).error("reason"))
        .isEqualTo("is missing");
    Client.Answer two =
        max.post(
            Routes.ESCALATIONS,
            Map.of("ticketId", ticket, "reason", "r", "targetTier", 9, "targetAgentId", ticket));
    assertThat(two.error("targetTier")).contains("from 1 to 3");
    assertThat(two.error("targetAgentId")).contains("one of");
  }

  @Test
  void theStreamBringsRequestsToThoseWhoSeeTheTicket() {
    Ticket ticket = maxTicket();
    long since = lea.get(Routes.CHECKSUM).json().at("/head").asLong();
    EscalationRequest request = ask(max, ticket, Map.of());
    for (Client client : List.of(max, lea)) {
      assertThat(changes(client, since))
          .extracting(change -> change.entity())
          .contains(EntityType.ESCALATION);
    }
    assertThat(changes(cora, since)).extracting(change -> change.id()).doesNotContain(id(request));
    assertThat(changes(nobody.signIn("bea@demo.desk"), since)).isEmpty();
  }

  private static String id(EscalationRequest request) {
    return request.id().toString();
  }

  private static List<Change> changes(Client client, long since) {
    return client.get(Routes.CHANGES + "?since=" + since).ok(ChangePage.class).changes();
  }

  private Ticket maxTicket() {
    return lea.post(Routes.ticket(newTicket().id(), "assign"), Map.of("agentId", TestDesk.MAX.id()))
        .ok(Ticket.class);
  }

  private static EscalationRequest ask(Client client, Ticket ticket, Map<String, ?> more) {
    return client.post(Routes.ESCALATIONS, body(ticket, more)).ok(EscalationRequest.class);
  }

  private static void ask(Client client, Ticket ticket, Map<String, ?> more, ErrorCode refusal) {
    client.post(Routes.ESCALATIONS, body(ticket, more)).problem(refusal);
  }

  private static Map<String, Object> body(Ticket ticket, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("ticketId", ticket.id());
    body.put("reason", "Beyond me");
    return body;
  }

  private static String path(EscalationRequest request, String verb) {
    return Routes.ESCALATIONS + "/" + request.id() + "/" + verb;
  }

  private static List<EscalationRequest> listed(Client client, String query) {
    return client.get(Routes.ESCALATIONS + "?" + query).ok(EscalationPage.class).escalations();
  }

  private Ticket read(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }

  private static List<HistoryEntry> history(Client client, Ticket ticket) {
    return client.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
  }
}
