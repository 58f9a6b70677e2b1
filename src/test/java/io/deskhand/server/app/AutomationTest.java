package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Activity;
import io.deskhand.model.Agent;
import io.deskhand.model.AutomationRule;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Issue;
import io.deskhand.model.Metric;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ActivityPage;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.IssuePage;
import io.deskhand.protocol.MetricPage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.RulePage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The shipped automations, each one switched on and off over the wire. */
class AutomationTest extends ServerTest {
  @Test
  void aTicketOfAnEnterpriseOrganizationIsAtLeastHigh() {
    assertThat(ofCina("low").priority()).isEqualTo(Priority.HIGH);
    assertThat(ofCina("urgent").priority()).isEqualTo(Priority.URGENT);
    assertThat(newTicket().priority()).isEqualTo(Priority.MEDIUM);
    turn("enterprise_priority", false);
    assertThat(ofCina("low").priority()).isEqualTo(Priority.LOW);
    turn("enterprise_priority", true);
  }

  @Test
  void aNewTicketGoesToTheLeastBusyAgentWhenThatIsOn() {
    assertThat(newTicket().assignedTo()).isNull();
    turn("auto_assign", true);
    Agent least =
        ada.get(Routes.AGENTS).ok(AgentPage.class).agents().stream()
            .filter(agent -> TestDesk.SUPPORT.id().equals(agent.departmentId()))
            .filter(agent -> !agent.id().equals(TestDesk.LEA.id()))
            .min((one, other) -> Integer.compare(one.activeTickets(), other.activeTickets()))
            .orElseThrow();
    Ticket ticket = newTicket();
    assertThat(agent(ticket.assignedTo()).activeTickets()).isEqualTo(least.activeTickets() + 1);
    assertThat(ticket.status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(history(ticket))
        .extracting(HistoryEntry::performedByName)
        .containsExactly("Cora", "Automation");
    for (Agent agent : List.of(TestDesk.MAX, TestDesk.INES, TestDesk.OMAR)) {
      ada.patch(Routes.AGENTS + "/" + agent.id(), Map.of("status", "busy")).ok(Agent.class);
    }
    Ticket waiting = newTicket();
    assertThat(waiting.assignedTo()).isNull();
    assertThat(waiting.status()).isEqualTo(Status.OPEN);
    for (Agent agent : List.of(TestDesk.MAX, TestDesk.INES, TestDesk.OMAR)) {
      ada.patch(Routes.AGENTS + "/" + agent.id(), Map.of("status", "available")).ok(Agent.class);
    }
    turn("auto_assign", false);
  }

  @Test
  void anEscalationMakesAnIssueAndATask() {
    Ticket ticket = newTicket();
    lea.post(
            Routes.ticket(ticket.id(), "escalate"),
            Map.of("reason", "hard", "agentId", TestDesk.OMAR.id()))
        .ok(Ticket.class);
    List<Issue> issues =
        lea.get(Routes.ISSUES + "?ticketId=" + ticket.id()).ok(IssuePage.class).issues();
    assertThat(issues)
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.type()).isEqualTo(Issue.Type.BUG);
              assertThat(issue.title()).isEqualTo("Escalation: " + ticket.subject());
              assertThat(issue.customerId()).isEqualTo(TestDesk.CORA.id());
              assertThat(issue.createdBy()).isNull();
            });
    assertThat(activities(ticket))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.type()).isEqualTo(Activity.Type.TASK);
              assertThat(task.assignedTo()).isEqualTo(TestDesk.OMAR.id());
            });
  }

  @Test
  void aResolvedTicketAsksForASurveyAndIsMeasured() {
    Ticket ticket = newTicket();
    clock.advance(Duration.ofSeconds(90));
    lea.post(Routes.ticket(ticket.id(), "resolve"), Map.of("resolution", "ok")).ok(Ticket.class);
    assertThat(activities(ticket))
        .extracting(Activity::type)
        .containsExactlyInAnyOrder(Activity.Type.SATISFACTION_SURVEY, Activity.Type.HEALTH_CHECK);
    Metric metric =
        lea.get(Routes.TICKET_METRICS + "?name=ticket.resolution_time&ticketId=" + ticket.id())
            .ok(MetricPage.class)
            .metrics()
            .getFirst();
    assertThat(metric.value()).isEqualTo(90_000);
    assertThat(metric.dimensions())
        .isEqualTo(Map.of("priority", "medium", "channel", "web", "category", "technical"));
    turn("resolution_survey", false);
    turn("resolution_time", false);
    Ticket other = newTicket();
    lea.post(Routes.ticket(other.id(), "resolve"), Map.of()).ok(Ticket.class);
    assertThat(activities(other)).isEmpty();
    turn("resolution_survey", true);
    turn("resolution_time", true);
  }

  @Test
  void shippedAutomationsAreListedAndOnlySwitched() {
    assertThat(rules())
        .extracting(AutomationRule::builtIn)
        .contains(
            "auto_assign",
            "enterprise_priority",
            "escalation_issue",
            "resolution_survey",
            "resolution_time",
            "unassigned_warning",
            "issue_resolved_close");
    String path = Routes.RULES + "/" + builtIn("auto_assign");
    ada.patch(path, Map.of("name", "mine")).problem(ErrorCode.CONFLICT);
    ada.delete(path).problem(ErrorCode.CONFLICT);
    lea.patch(path, Map.of("enabled", true)).problem(ErrorCode.FORBIDDEN);
    max.get(Routes.RULES).problem(ErrorCode.FORBIDDEN);
  }

  private Ticket ofCina(String priority) {
    return ada.post(
            Routes.TICKETS,
            Map.of("subject", "Help", "customerId", TestDesk.CINA.id(), "priority", priority))
        .ok(Ticket.class);
  }

  private void turn(String name, boolean on) {
    ada.patch(Routes.RULES + "/" + builtIn(name), Map.of("enabled", on)).ok(AutomationRule.class);
  }

  private UUID builtIn(String name) {
    return rules().stream()
        .filter(rule -> name.equals(rule.builtIn()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<AutomationRule> rules() {
    return ada.get(Routes.RULES).ok(RulePage.class).rules();
  }

  private List<Activity> activities(Ticket ticket) {
    return ada.get(Routes.ACTIVITIES + "?ticketId=" + ticket.id())
        .ok(ActivityPage.class)
        .activities();
  }

  private List<HistoryEntry> history(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
  }

  private Agent agent(UUID id) {
    return ada.get(Routes.AGENTS).ok(AgentPage.class).agents().stream()
        .filter(agent -> agent.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
