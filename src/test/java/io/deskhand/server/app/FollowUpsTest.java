package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Activity;
import io.deskhand.model.AutomationRule;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Issue;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ActivityPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.IssuePage;
import io.deskhand.protocol.MetricPage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.RulePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Activities, issues and measurements beside the tickets, each seen by who sees its ticket. */
class FollowUpsTest extends ServerTest {
  @Test
  void aPatchClearsWhatIsNullAndNeverMovesAnActivityToAnotherTicket() {
    Ticket ticket = newTicket();
    Map<String, ?> wanted =
        Map.of(
            "ticketId", ticket.id(),
            "subject", "Call back",
            "description", "At noon",
            "assignedTo", TestDesk.MAX.id(),
            "dueAt", "2026-11-21T12:00:00Z");
    Activity made = lea.post(Routes.ACTIVITIES, wanted).ok(Activity.class);
    String path = Routes.ACTIVITIES + "/" + made.id();
    String nothing = "{\"due_at\": null, \"description\": null, \"assignedTo\": null}";
    Activity cleared = lea.send("PATCH", path, nothing).ok(Activity.class);
    assertThat(cleared.dueAt()).isNull();
    assertThat(cleared.description()).isNull();
    assertThat(cleared.assignedTo()).isNull();
    assertThat(cleared.subject()).isEqualTo("Call back");
    assertThat(cleared.ticketId()).isEqualTo(ticket.id());
    assertThat(lea.send("PATCH", path, "{\"ticketId\": null}").error("ticketId"))
        .isEqualTo("never changes");
    assertThat(lea.patch(path, Map.of("ticketId", newTicket().id())).error("ticketId"))
        .isEqualTo("never changes");
    assertThat(lea.send("PATCH", path, "{\"subject\": null}").error("subject"))
        .isEqualTo("is missing");
    assertThat(lea.patch(path, Map.of("colour", "red")).error("colour")).contains("unknown");
  }

  @Test
  void anActivityTakesItsLinksFromItsTicketAndIsDoneAtATime() {
    Ticket ticket = newTicket();
    Activity made = activity(max, Map.of("ticketId", ticket.id(), "subject", "Call back"));
    assertThat(made.type()).isEqualTo(Activity.Type.TASK);
    assertThat(made.customerId()).isEqualTo(TestDesk.CORA.id());
    assertThat(made.organizationId()).isEqualTo(TestDesk.ACME.id());
    assertThat(made.departmentId()).isEqualTo(TestDesk.SUPPORT.id());
    assertThat(made.createdBy()).isEqualTo(TestDesk.MAX.id());
    clock.advance(Duration.ofMinutes(5));
    Activity done =
        max.patch(Routes.ACTIVITIES + "/" + made.id(), Map.of("status", "done")).ok(Activity.class);
    assertThat(done.completedAt()).isEqualTo(clock.instant());
    assertThat(done.version()).isEqualTo(2);
    assertThat(done.subject()).isEqualTo("Call back");
    String byTicket = Routes.ACTIVITIES + "?ticketId=" + ticket.id();
    assertThat(max.get(byTicket + "&status=done").ok(ActivityPage.class).activities())
        .containsExactly(done);
    assertThat(max.get(byTicket + "&status=open").ok(ActivityPage.class).total()).isZero();
  }

  @Test
  void whoDoesNotSeeTheTicketSeesNothingBesideIt() {
    Ticket ticket = newTicket();
    Activity made = activity(max, Map.of("ticketId", ticket.id(), "subject", "Call back"));
    Issue issue =
        max.post(Routes.ISSUES, Map.of("ticketId", ticket.id(), "title", "Crash")).ok(Issue.class);
    assertThat(issue.priority()).isEqualTo(ticket.priority());
    Client bea = nobody.signIn("bea@demo.desk");
    assertThat(bea.get(Routes.ACTIVITIES).ok(ActivityPage.class).activities()).doesNotContain(made);
    bea.patch(Routes.ACTIVITIES + "/" + made.id(), Map.of("status", "done"))
        .problem(ErrorCode.NOT_FOUND);
    bea.patch(Routes.ISSUES + "/" + issue.id(), Map.of("status", "closed"))
        .problem(ErrorCode.NOT_FOUND);
    assertThat(
            bea.post(Routes.ACTIVITIES, Map.of("ticketId", ticket.id(), "subject", "x"))
                .error("ticketId"))
        .isEqualTo("no such ticket");
    for (String route : List.of(Routes.ACTIVITIES, Routes.ISSUES, Routes.TICKET_METRICS)) {
      cora.get(route).problem(ErrorCode.FORBIDDEN);
    }
    max.delete(Routes.ticket(ticket.id()));
    assertThat(ada.get(Routes.ISSUES + "?ticketId=" + ticket.id()).ok(IssuePage.class).issues())
        .isEmpty();
  }

  @Test
  void withoutATicketTheDepartmentAndTheAssigneeSayWhoSeesIt() {
    Client bea = nobody.signIn("bea@demo.desk");
    Client ines = nobody.signIn("ines@demo.desk");
    Activity free = activity(max, Map.of("subject", "Write to everybody"));
    assertThat(free.departmentId()).isEqualTo(TestDesk.SUPPORT.id());
    assertThat(seenBy(ines)).contains(free.id());
    assertThat(seenBy(bea)).doesNotContain(free.id());
    Activity taken =
        max.patch(Routes.ACTIVITIES + "/" + free.id(), Map.of("assignedTo", TestDesk.BEA.id()))
            .ok(Activity.class);
    assertThat(seenBy(bea)).contains(taken.id());
    assertThat(seenBy(lea)).contains(taken.id());
    assertThat(seenBy(ines)).doesNotContain(taken.id());
    assertThat(seenBy(max)).doesNotContain(taken.id());
  }

  @Test
  void aListIsPagedNewestFirst() {
    Ticket ticket = newTicket();
    List<UUID> made = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      made.add(activity(max, Map.of("ticketId", ticket.id(), "subject", "No " + n)).id());
    }
    List<UUID> read = new ArrayList<>();
    String next = null;
    do {
      String cursor = next == null ? "" : "&cursor=" + next;
      ActivityPage page =
          max.get(Routes.ACTIVITIES + "?limit=2&ticketId=" + ticket.id() + cursor)
              .ok(ActivityPage.class);
      assertThat(page.total()).isEqualTo(5);
      page.activities().forEach(activity -> read.add(activity.id()));
      next = page.nextCursor();
    } while (next != null);
    assertThat(read).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
    assertThat(max.get(Routes.ACTIVITIES + "?colour=red").error("colour"))
        .startsWith("unknown parameter");
  }

  @Test
  void theLastResolvedIssueMayCloseItsTicket() {
    UUID rule =
        ada.get(Routes.RULES).ok(RulePage.class).rules().stream()
            .filter(found -> "issue_resolved_close".equals(found.builtIn()))
            .findFirst()
            .orElseThrow()
            .id();
    Ticket ticket = newTicket();
    Issue first = issue(ticket, "One");
    Issue second = issue(ticket, "Two");
    resolve(first);
    resolve(second);
    assertThat(read(ticket).status()).isEqualTo(Status.OPEN);
    ada.patch(Routes.RULES + "/" + rule, Map.of("enabled", true)).ok(AutomationRule.class);
    lea.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", TestDesk.MAX.id()))
        .ok(Ticket.class);
    Issue third = issue(ticket, "Three");
    Issue fourth = issue(ticket, "Four");
    resolve(third);
    assertThat(read(ticket).status()).isEqualTo(Status.IN_PROGRESS);
    resolve(fourth);
    Ticket closed = read(ticket);
    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(closed.resolution()).isEqualTo("Issue resolved: Four");
    assertThat(closed.resolvedBy()).isNull();
    List<HistoryEntry> history =
        ada.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
    assertThat(history.getLast().performedByName()).isEqualTo("Automation");
    ada.patch(Routes.RULES + "/" + rule, Map.of("enabled", false)).ok(AutomationRule.class);
  }

  @Test
  void anIssueIsCheckedByNameAndRepeatedOnce() {
    Client.Answer wrong =
        max.post(Routes.ISSUES, Map.of("assignedTo", UUID.randomUUID(), "title", " "));
    assertThat(wrong.error("title")).isEqualTo("is missing");
    assertThat(wrong.error("assignedTo")).isEqualTo("no such agent");
    Client once = max.with(Routes.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    Map<String, Object> body = Map.of("title", "Once", "type", "feature", "priority", "low");
    Issue one = once.post(Routes.ISSUES, body).ok(Issue.class);
    assertThat(once.post(Routes.ISSUES, body).ok(Issue.class)).isEqualTo(one);
    assertThat(one.priority()).isEqualTo(Priority.LOW);
    assertThat(max.get(Routes.ISSUES).ok(IssuePage.class).issues())
        .filteredOn(issue -> issue.title().equals("Once"))
        .hasSize(1);
    assertThat(max.get(Routes.TICKET_METRICS + "?name=none").ok(MetricPage.class).total()).isZero();
  }

  private static Activity activity(Client client, Map<String, ?> body) {
    return client.post(Routes.ACTIVITIES, body).ok(Activity.class);
  }

  private static List<UUID> seenBy(Client client) {
    return client.get(Routes.ACTIVITIES + "?limit=500").ok(ActivityPage.class).activities().stream()
        .map(Activity::id)
        .toList();
  }

  private Issue issue(Ticket ticket, String title) {
    return lea.post(Routes.ISSUES, Map.of("ticketId", ticket.id(), "title", title)).ok(Issue.class);
  }

  private void resolve(Issue issue) {
    Issue after =
        lea.patch(Routes.ISSUES + "/" + issue.id(), Map.of("status", "resolved")).ok(Issue.class);
    assertThat(after.resolvedAt()).isNotNull();
  }

  private Ticket read(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }
}
