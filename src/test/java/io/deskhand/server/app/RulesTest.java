package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.RulePage;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.live.LiveClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules of the desk's own: stored as data, and followed wherever a verb comes from. */
class RulesTest extends ServerTest {
  @AfterEach
  void forgetTheRules() {
    ada.get(Routes.RULES).ok(RulePage.class).rules().stream()
        .filter(rule -> rule.builtIn() == null)
        .forEach(rule -> ada.delete(Routes.RULES + "/" + rule.id()));
  }

  @Test
  void aRuleActsWhenAllOfItsConditionsHold() {
    rule(
        "create",
        List.of(
            when("priority", "at_least", "high"),
            when("category", "is", "technical", "general"),
            when("subject", "contains", "LOGIN"),
            when("tags", "not_contains", "vip"),
            Map.of("field", "assignedTo", "operator", "is_empty")),
        List.of(
            act("add_tags", "access"),
            act("set_priority", "urgent"),
            Map.of("type", "add_note", "text", "Look at this first"),
            act("assign", TestDesk.MAX.id().toString())));
    Ticket hit = ticket("My login is gone", "high");
    assertThat(hit.tags()).containsExactly("access");
    assertThat(hit.priority()).isEqualTo(Priority.URGENT);
    assertThat(hit.assignedTo()).isEqualTo(TestDesk.MAX.id());
    assertThat(hit.messageCount()).isEqualTo(1);
    Message note = messages(hit).getFirst();
    assertThat(note.internal()).isTrue();
    assertThat(note.senderType()).isEqualTo(SenderType.SYSTEM);
    assertThat(history(hit))
        .extracting(HistoryEntry::performedByName)
        .containsExactly("Cora", "Automation", "Automation", "Automation", "Automation");
    assertThat(ticket("My login is gone", "medium").tags()).isEmpty();
    assertThat(ticket("Something else", "high").tags()).isEmpty();
  }

  @Test
  void rulesActInTheirOrderAndSeeWhatThoseBeforeThemDid() {
    AutomationRule second =
        rule("create", List.of(when("tags", "is", "first")), List.of(act("add_tags", "second")));
    AutomationRule first = rule("create", List.of(), List.of(act("add_tags", "first")));
    assertThat(ticket("Order", "low").tags()).containsExactly("first");
    ada.patch(Routes.RULES + "/" + first.id(), Map.of("position", second.position() - 1))
        .ok(AutomationRule.class);
    assertThat(ticket("Order", "low").tags()).containsExactly("first", "second");
    ada.patch(Routes.RULES + "/" + first.id(), Map.of("enabled", false)).ok(AutomationRule.class);
    assertThat(ticket("Order", "low").tags()).isEmpty();
  }

  @Test
  void rulesThatSetOffEachOtherComeToAnEnd() {
    rule("update", List.of(when("priority", "is", "high")), List.of(act("set_priority", "low")));
    rule("update", List.of(when("priority", "is", "low")), List.of(act("set_priority", "high")));
    Ticket ticket = newTicket();
    Ticket after =
        lea.patch(Routes.ticket(ticket.id()), Map.of("priority", "high")).ok(Ticket.class);
    // The first makes it low, that sets off the second, and neither acts again.
    assertThat(after.priority()).isEqualTo(Priority.HIGH);
    assertThat(history(ticket)).hasSize(4);
    assertThat(after.version()).isEqualTo(4);
  }

  @Test
  void aRuleThatFailsLeavesTheVerbAndTheOtherRulesAlone() {
    rule("resolve", List.of(), List.of(act("add_tags", "half"), escalate()));
    rule("resolve", List.of(), List.of(act("add_tags", "whole")));
    Ticket ticket = newTicket();
    Ticket resolved =
        lea.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "x")).ok(Ticket.class);
    assertThat(resolved.tags()).containsExactly("whole");
    assertThat(history(ticket))
        .filteredOn(entry -> entry.details() != null && entry.details().contains("failed"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.details()).contains("Cannot escalate"));
    assertThat(cora.get(Routes.ticket(ticket.id(), "history")).response().body())
        .doesNotContain("failed");
  }

  @Test
  void whatJobsAndTheSocketDoIsFollowedToo() throws Exception {
    rule("resolve", List.of(), List.of(act("add_tags", "resolved")));
    rule(
        "reopen",
        List.of(Map.of("field", "status", "operator", "changed")),
        List.of(act("add_tags", "back")));
    Ticket ticket = newTicket();
    UUID job =
        ada.post(Routes.BULK + "/resolve", Map.of("ticketIds", List.of(ticket.id())))
            .ok(JobAccepted.class)
            .job()
            .id();
    await()
        .until(() -> ada.get(Routes.JOBS + "/" + job).json().at("/state").asText(), "done"::equals);
    assertThat(read(ticket).tags()).containsExactly("resolved");
    String token = nobody.tokens("cora@demo.desk").accessToken();
    try (LiveClient live = LiveClient.signedIn(server.address(), token)) {
      UUID message = UUID.randomUUID();
      live.send("send_message", "r", new SendMessage(message, ticket.id(), "Again", null, null));
      await().atMost(Duration.ofSeconds(10)).until(() -> read(ticket).tags().size() == 2);
    }
    assertThat(read(ticket).tags()).containsExactly("resolved", "back");
    assertThat(messages(ticket)).hasSize(1);
  }

  @Test
  void aWrongRuleIsRefusedByName() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("name", "");
    wrong.put("verbs", List.of("delete"));
    wrong.put(
        "conditions",
        List.of(
            when("priority", "is", "hot"),
            when("status", "at_least", "open"),
            when("departmentId", "is", "here"),
            Map.of("field", "subject", "operator", "is")));
    wrong.put(
        "actions",
        List.of(
            act("set_category", "nowhere"),
            act("assign", UUID.randomUUID().toString()),
            Map.of("type", "add_note"),
            act("notify", "everybody")));
    Client.Answer answer = ada.post(Routes.RULES, wrong);
    assertThat(answer.error("name")).isEqualTo("is missing");
    assertThat(answer.error("verbs")).isEqualTo("delete starts no rule");
    assertThat(answer.error("conditions[0].values[0]")).isEqualTo("not a value of priority");
    assertThat(answer.error("conditions[1].operator")).isEqualTo("does not fit status");
    assertThat(answer.error("conditions[2].values[0]")).isEqualTo("not a value of departmentId");
    assertThat(answer.error("conditions[3].values")).isEqualTo("is missing");
    assertThat(answer.error("actions[0].values[0]")).isEqualTo("not a value for this");
    assertThat(answer.error("actions[1].values[0]")).isEqualTo("not a value for this");
    assertThat(answer.error("actions[2].text")).isEqualTo("is missing");
    assertThat(answer.error("actions[3].text")).isEqualTo("is missing");
    assertThat(ada.post(Routes.RULES, Map.of("when", "now")).error("when"))
        .contains("unknown field");
    assertThat(
            ada.post(Routes.RULES, Map.of("conditions", List.of(when("colour", "is", "red"))))
                .error("conditions[0].field"))
        .isEqualTo("not a valid value for this field");
    lea.post(Routes.RULES, Map.of()).problem(ErrorCode.FORBIDDEN);
    ada.patch(Routes.RULES + "/" + UUID.randomUUID(), Map.of()).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void whatTheOrganizationPaysForDecides() {
    rule(
        "create",
        List.of(
            when("organizationTier", "is", "Enterprise"),
            when("subscriptionStatus", "is_not", "cancelled")),
        List.of(act("set_department", TestDesk.BILLING.id().toString())));
    assertThat(of(TestDesk.CINA.id()).departmentId()).isEqualTo(TestDesk.BILLING.id());
    assertThat(of(TestDesk.CORA.id()).departmentId()).isEqualTo(TestDesk.SUPPORT.id());
    String globex = Routes.ORGANIZATIONS + "/" + TestDesk.GLOBEX.id();
    ada.patch(globex, Map.of("subscriptionStatus", "Cancelled"));
    assertThat(of(TestDesk.CINA.id()).departmentId()).isEqualTo(TestDesk.SUPPORT.id());
  }

  @Test
  void aRuleSetsAStatusAndMakesATask() {
    rule(
        "update",
        List.of(when("tags", "contains", "done")),
        List.of(
            Map.of("type", "add_activity", "text", "Write to them in a week"),
            act("set_status", "resolved")));
    Ticket ticket = ticket("All good", "low");
    ada.patch(Routes.ticket(ticket.id()), Map.of("tags", List.of("done"))).ok(Ticket.class);
    assertThat(read(ticket).status()).isEqualTo(Status.RESOLVED);
    assertThat(
            ada.get(Routes.ACTIVITIES + "?ticketId=" + ticket.id())
                .json()
                .findValuesAsText("subject"))
        .contains("Write to them in a week");
  }

  private Ticket of(UUID customer) {
    return ada.post(
            Routes.TICKETS,
            Map.of("subject", "Hello", "category", "technical", "customerId", customer))
        .ok(Ticket.class);
  }

  private AutomationRule rule(
      String verb, List<Map<String, ?>> conditions, List<Map<String, ?>> actions) {
    return ada.post(
            Routes.RULES,
            Map.of(
                "name",
                "On " + verb,
                "verbs",
                List.of(verb),
                "conditions",
                conditions,
                "actions",
                actions))
        .ok(AutomationRule.class);
  }

  private static Map<String, ?> when(String field, String operator, String... values) {
    return Map.of("field", field, "operator", operator, "values", List.of(values));
  }

  private static Map<String, ?> act(String type, String... values) {
    return Map.of("type", type, "values", List.of(values));
  }

  private static Map<String, ?> escalate() {
    return Map.of("type", "escalate", "text", "too hard");
  }

  private Ticket ticket(String subject, String priority) {
    Ticket made =
        cora.post(
                Routes.TICKETS,
                Map.of("subject", subject, "category", "technical", "priority", priority))
            .ok(Ticket.class);
    return read(made);
  }

  private Ticket read(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }

  private List<Message> messages(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages();
  }

  private List<HistoryEntry> history(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
  }
}
