package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketStats;
import io.deskhand.protocol.WorkFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deadlines by the shipped policies, whose calendar has the hours from 8 to 18, Monday to Friday.
 */
class SlaTest {
  /** A Monday. */
  private static final Instant NINE = Instant.parse("2026-11-16T09:00:00Z");

  private final TestClock clock = new TestClock(NINE);
  @TempDir private Path data;
  private DeskServer server;
  private Client lea;

  @BeforeEach
  void start() {
    server = DeskServer.start(ServerOptions.local(data).withClock(clock).withSeed(TestDesk.SEED));
    lea = Client.of(server).signIn("lea@demo.desk");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNewTicketIsDueByItsPriority() {
    assertThat(ticket("urgent").dueAt()).isEqualTo("2026-11-16T10:00:00Z");
    assertThat(ticket("high").dueAt()).isEqualTo("2026-11-16T13:00:00Z");
    assertThat(ticket("medium").dueAt()).isEqualTo("2026-11-16T17:00:00Z");
    // 24 hours of ten a day.
    assertThat(ticket("low").dueAt()).isEqualTo("2026-11-18T13:00:00Z");
  }

  @Test
  void afterTheFirstResponseTheResolutionIsNext() {
    Ticket ticket = ticket("high");
    later(Duration.ofHours(1));
    reply(ticket);
    assertThat(now(ticket).dueAt()).isEqualTo("2026-11-16T17:00:00Z");
    later(Duration.ofHours(1));
    reply(ticket);
    assertThat(now(ticket).dueAt()).isEqualTo("2026-11-16T17:00:00Z");
    lea.post(Routes.ticket(ticket.id(), "resolve"), Map.of()).ok(Ticket.class);
    assertThat(now(ticket).dueAt()).isNull();
  }

  @Test
  void theClockStandsWhileTheTicketIsPending() {
    Ticket ticket = ticket("high");
    later(Duration.ofHours(2));
    assertThat(status(ticket, "pending").dueAt()).isNull();
    later(Duration.ofHours(5));
    cora(ticket, "Here is what you asked for");
    // Two of four hours are used.
    assertThat(now(ticket).dueAt()).isEqualTo("2026-11-16T18:00:00Z");
  }

  @Test
  void aReopenedTicketGetsItsResolutionTimeAnew() {
    Ticket ticket = ticket("high");
    reply(ticket);
    later(Duration.ofHours(1));
    lea.post(Routes.ticket(ticket.id(), "resolve"), Map.of()).ok(Ticket.class);
    later(Duration.ofHours(2));
    cora(ticket, "It is back");
    assertThat(now(ticket).dueAt()).isEqualTo("2026-11-17T10:00:00Z");
    assertThat(status(ticket, "closed").dueAt()).isNull();
    WorkFigures figures = lea.get(Routes.STATS).ok(TicketStats.class).figures();
    assertThat(figures.reopened()).isEqualTo(1);
    assertThat(figures.reopenRate()).isEqualTo(1);
  }

  @Test
  void anotherPriorityKeepsWhatWasUsed() {
    Ticket ticket = ticket("low");
    later(Duration.ofMinutes(30));
    assertThat(patch(ticket, Map.of("priority", "urgent")).dueAt())
        .isEqualTo("2026-11-16T10:00:00Z");
    assertThat(patch(ticket, Map.of("priority", "medium")).dueAt())
        .isEqualTo("2026-11-16T17:00:00Z");
  }

  @Test
  void theMostSpecificPolicyWins() {
    Client ada = Client.of(server).signIn("ada@demo.desk");
    policy(ada, Map.of("name", "Standard", "organizationTier", "standard"), 30);
    assertThat(ticket("high").dueAt()).isEqualTo("2026-11-16T13:00:00Z");
    policy(ada, Map.of("name", "Both", "organizationTier", "standard", "priority", "high"), 20);
    Ticket ticket = ticket("high");
    assertThat(ticket.dueAt()).isEqualTo("2026-11-16T09:20:00Z");
    assertThat(patch(ticket, Map.of("organizationId", TestDesk.GLOBEX.id())).dueAt())
        .isEqualTo("2026-11-16T13:00:00Z");
  }

  @Test
  void aSubscriptionDecidesMoreThanATierAndLessThanAPriority() {
    Client ada = Client.of(server).signIn("ada@demo.desk");
    policy(ada, Map.of("name", "Tier", "organizationTier", "standard", "priority", "high"), 50);
    Map<String, Object> paying =
        Map.of("name", "Paying", "subscriptionStatus", " Active ", "priority", "high");
    policy(ada, paying, 40);
    policy(ada, Map.of("name", "Any priority", "subscriptionStatus", "active"), 30);
    Ticket ticket = ticket("high");
    assertThat(ticket.dueAt()).isEqualTo("2026-11-16T09:40:00Z");
    assertThat(ticket("low").dueAt()).isEqualTo("2026-11-18T13:00:00Z");
    String acme = Routes.ORGANIZATIONS + "/" + TestDesk.ACME.id();
    ada.patch(acme, Map.of("subscriptionStatus", "cancelled")).json();
    assertThat(ticket("high").dueAt()).isEqualTo("2026-11-16T09:50:00Z");
    ada.patch(acme, Map.of("subscriptionStatus", "ACTIVE")).json();
    assertThat(ticket("high").dueAt()).isEqualTo("2026-11-16T09:40:00Z");
    ada.post(Routes.SLA_POLICIES, with(paying, "resolutionMinutes", 9)).problem(ErrorCode.CONFLICT);
    ada.post(
            Routes.SLA_POLICIES,
            with(Map.of("name", "N", "subscriptionStatus", " "), "resolutionMinutes", 9))
        .error("subscriptionStatus");
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, int value) {
    Map<String, Object> more = new HashMap<>(body);
    more.put(field, value);
    return more;
  }

  @Test
  void aPolicyThatIsSwitchedOffSetsNoDeadline() {
    Client ada = Client.of(server).signIn("ada@demo.desk");
    String urgent = Routes.SLA_POLICIES + "/" + idOf(ada, "Urgent");
    ada.patch(urgent, Map.of("enabled", false)).json();
    Ticket ticket = ticket("urgent");
    assertThat(ticket.dueAt()).isNull();
    ada.patch(urgent, Map.of("enabled", true)).json();
    assertThat(patch(ticket, Map.of("subject", "Still no deadline")).dueAt()).isNull();
  }

  @Test
  void nearAndMissedDeadlinesAreToldOnce() {
    Ticket ticket = ticket("urgent");
    Ticket answered = ticket("urgent");
    reply(answered);
    later(Duration.ofMinutes(47));
    assertThat(told(ticket)).isEmpty();
    later(Duration.ofMinutes(1));
    awaitTold(ticket, "First response due at 2026-11-16 10:00 UTC");
    later(Duration.ofMinutes(13));
    server.close();
    start();
    awaitTold(
        ticket,
        "First response due at 2026-11-16 10:00 UTC",
        "First response overdue since 2026-11-16 10:00 UTC");
    later(Duration.ofMinutes(1));
    Ticket other = ticket("urgent");
    later(Duration.ofMinutes(48));
    awaitTold(other, "First response due at 2026-11-16 11:02 UTC");
    assertThat(told(ticket)).hasSize(2);
    assertThat(told(answered)).isEmpty();
  }

  @Test
  void policiesAreForAdminsAndValidated() {
    lea.get(Routes.SLA_POLICIES).problem(ErrorCode.FORBIDDEN);
    lea.post(Routes.CALENDARS, Map.of()).problem(ErrorCode.FORBIDDEN);
    Client ada = Client.of(server).signIn("ada@demo.desk");
    assertThat(ada.get(Routes.SLA_POLICIES).json().path("total").intValue()).isEqualTo(4);
    ada.post(Routes.SLA_POLICIES, Map.of("name", "Nothing")).error("firstResponseMinutes");
    ada.post(Routes.SLA_POLICIES, Map.of("name", "Never", "resolutionMinutes", 0))
        .error("resolutionMinutes");
    ada.post(Routes.SLA_POLICIES, Map.of("name", "Twin", "priority", "low", "resolutionMinutes", 1))
        .problem(ErrorCode.CONFLICT);
    ada.post(Routes.SLA_POLICIES, Map.of("name", "Odd", "answerMinutes", 1)).error("answerMinutes");
    String low = Routes.SLA_POLICIES + "/" + idOf(ada, "Low");
    ada.patch(low, Map.of("calendarId", UUID.randomUUID())).error("calendarId");
    assertThat(ada.delete(low).status()).isEqualTo(204);
    ada.delete(low).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void calendarsAreValidatedAndStayWhileTheyAreCountedIn() {
    Client ada = Client.of(server).signIn("ada@demo.desk");
    Map<String, Object> hours = Map.of("day", "monday", "from", "08:00", "to", "24:00");
    Map<String, Object> berlin =
        Map.of("name", "Berlin", "timeZone", "Europe/Berlin", "hours", List.of(hours));
    String id = ada.post(Routes.CALENDARS, berlin).json().path("id").textValue();
    String path = Routes.CALENDARS + "/" + id;
    ada.patch(path, Map.of("timeZone", "Europe/Atlantis")).error("timeZone");
    ada.patch(path, Map.of("holidays", List.of("2026-02-30"))).error("holidays");
    ada.patch(path, Map.of("hours", List.of())).error("hours");
    Map<String, Object> back = Map.of("day", "monday", "from", "09:00", "to", "08:00");
    ada.patch(path, Map.of("hours", List.of(back))).error("hours[0]");
    Map<String, Object> minute = Map.of("day", "monday", "from", "09:00", "to", "09:01");
    ada.patch(path, Map.of("hours", List.of(minute))).error("hours");
    ada.patch(path, Map.of("holidays", List.of("2026-12-28", "2026-12-28")));
    String policy = Routes.SLA_POLICIES + "/" + idOf(ada, "Low");
    ada.patch(policy, Map.of("calendarId", id));
    assertThat(ada.send("PATCH", policy, "{\"calendarId\": null}").json().has("calendarId"))
        .isFalse();
    ada.patch(policy, Map.of("calendarId", id));
    ada.delete(path).problem(ErrorCode.CONFLICT);
    Ticket ticket = ticket("low");
    ada.delete(policy);
    assertThat(ada.delete(path).status()).isEqualTo(204);
    assertThat(status(ticket, "pending").dueAt()).isNull();
    // 24 hours of the Mondays of Berlin: 13 and a half of the first one are left at 10:30.
    later(Duration.ofMinutes(30));
    assertThat(status(ticket, "open").dueAt()).isEqualTo("2026-11-23T17:30:00Z");
  }

  private static void policy(Client ada, Map<String, Object> policy, int minutes) {
    Map<String, Object> all = new HashMap<>(policy);
    all.put("firstResponseMinutes", minutes);
    assertThat(ada.post(Routes.SLA_POLICIES, all).status()).isEqualTo(201);
  }

  private static String idOf(Client ada, String name) {
    for (var policy : ada.get(Routes.SLA_POLICIES).json().path("slaPolicies")) {
      if (policy.path("name").textValue().equals(name)) {
        return policy.path("id").textValue();
      }
    }
    throw new AssertionError("no policy " + name);
  }

  private Ticket ticket(String priority) {
    return lea.post(
            Routes.TICKETS,
            Map.of(
                "subject",
                "Help",
                "category",
                "technical",
                "priority",
                priority,
                "customerId",
                TestDesk.CORA.id()))
        .ok(Ticket.class);
  }

  private Ticket now(Ticket ticket) {
    return lea.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }

  private void reply(Ticket ticket) {
    lea.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", "We are on it")).json();
  }

  private void cora(Ticket ticket, String words) {
    Client.of(server)
        .signIn("cora@demo.desk")
        .post(Routes.ticket(ticket.id(), "messages"), Map.of("body", words))
        .json();
  }

  private Ticket status(Ticket ticket, String status) {
    return lea.put(Routes.ticket(ticket.id(), "status"), Map.of("status", status)).ok(Ticket.class);
  }

  private Ticket patch(Ticket ticket, Map<String, Object> fields) {
    return lea.patch(Routes.ticket(ticket.id()), fields).ok(Ticket.class);
  }

  /** Tokens do not outlive ten minutes. */
  private void later(Duration time) {
    clock.advance(time);
    lea = Client.of(server).signIn("lea@demo.desk");
  }

  private void awaitTold(Ticket ticket, String... words) {
    List<String> expected = List.of(words).stream().map("To the lead: "::concat).toList();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told(ticket)).isEqualTo(expected));
  }

  private List<String> told(Ticket ticket) {
    return lea.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history().stream()
        .map(HistoryEntry::details)
        .filter(details -> details != null && details.contains("First response"))
        .toList();
  }
}
