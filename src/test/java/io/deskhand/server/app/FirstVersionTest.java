package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.AgentPage;
import io.deskhand.protocol.CategoryPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketStats;
import io.deskhand.protocol.Tokens;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.web.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole desk of the first version, brought to today and worked on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstVersionTest {
  private static final String TOKEN = "a refresh token of back then";
  private static final Map<String, String> SAID = Map.of("body", "We are looking");
  private static final UUID OPEN = id(0xa1);
  private static final UUID CHARGED = id(0xa2);
  private static final UUID ESCALATED = id(0xa3);
  private static final UUID RESOLVED = id(0xa4);

  private Path directory;
  private DeskServer server;
  private Client ada;
  private Client lea;
  private Client max;
  private Client cora;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    directory = data;
    server =
        DeskServer.start(
            TestDatabase.ofTheFirstVersion(data, desk())
                .withClock(new TestClock(Instant.parse("2025-06-02T09:00:00Z"))));
    ada = signIn("ada@desk.example");
    lea = signIn("lea@desk.example");
    max = signIn("max@desk.example");
    cora = signIn("cora@ACME.example");
  }

  @AfterAll
  void stop() {
    server.close();
    assertThat(TestDatabase.audit(directory)).matches(report -> report.isWhole());
  }

  private static String desk() throws IOException {
    try (InputStream in = FirstVersionTest.class.getResourceAsStream("/db/first-version.sql")) {
      String path = Routes.ticket(CHARGED, "messages");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{password}", new Passwords().hash(TestDesk.PASSWORD))
          .replace("{token}", Fingerprint.of(TOKEN))
          .replace("{request}", Fingerprint.of("POST", path, Json.bytes(SAID)));
    }
  }

  @Test
  void whoeverSawATicketSeesItWithAllThatWasInIt() {
    assertThat(numbers(ada, "")).containsExactly("37", "38", "39", "40");
    assertThat(numbers(lea, "")).containsExactly("37", "38", "39", "40");
    assertThat(numbers(max, "")).containsExactly("37", "38", "39");
    assertThat(numbers(cora, "")).containsExactly("37", "38");
    assertThat(numbers(signIn("bea@desk.example"), "")).containsExactly("40");
    Ticket charged = ada.get(Routes.ticket(CHARGED)).ok(Ticket.class);
    assertThat(charged.customerEmail()).isEqualTo("Cora@acme.example");
    assertThat(charged.customerPhone()).isEqualTo("+49 30 1234567");
    assertThat(charged.firstResponseAt()).isEqualTo("2025-06-01T10:00:00Z");
    assertThat(charged.snoozedUntil()).isEqualTo("2025-06-20T08:00:00Z");
    assertThat(charged.messageCount()).isEqualTo(3);
    assertThat(ada.get(Routes.ticket(id(0xa5))).status()).isEqualTo(404);
  }

  @Test
  void itIsFoundByWhatIsInIt() {
    assertThat(numbers(ada, "&q=marzipan")).containsExactly("38");
    assertThat(numbers(ada, "&q=finch")).containsExactly("37", "38");
    assertThat(numbers(ada, "&tag=odd")).containsExactly("39");
    assertThat(numbers(ada, "&category=refund&snoozed=true")).containsExactly("38");
    assertThat(ada.get(Routes.CUSTOMERS + "?q=CORA@acme.example").json().path("total").intValue())
        .isEqualTo(1);
    assertThat(ada.get(Routes.CATEGORIES).ok(CategoryPage.class).total()).isEqualTo(14);
    assertThat(ada.get(Routes.AGENTS).ok(AgentPage.class).agents())
        .filteredOn(agent -> agent.name().equals("Lea"))
        .first()
        .returns(1, Agent::activeTickets)
        .returns(List.of("sso"), Agent::skills);
  }

  @Test
  void conversationAndHistoryAreWhole() {
    assertThat(messages(max))
        .extracting(Message::senderName)
        .containsExactly("Cora Finch", "Max", "Max");
    assertThat(messages(cora)).extracting(Message::body).doesNotContain("She is right");
    assertThat(messages(max).getFirst().readBy()).isEqualTo(id(0x12));
    List<HistoryEntry> history =
        max.get(Routes.ticket(CHARGED, "history")).ok(HistoryPage.class).history();
    assertThat(history)
        .extracting(HistoryEntry::action)
        .startsWith(
            HistoryAction.TICKET_CREATED, HistoryAction.TICKET_ASSIGNED, HistoryAction.NOTE_ADDED);
    assertThat(history.get(1).changes()).hasSize(1);
  }

  @Test
  void openTicketsHaveDeadlinesAndFiguresCountWhatWas() {
    // An hour for what is urgent, at any time.
    assertThat(ada.get(Routes.ticket(OPEN)).ok(Ticket.class).dueAt())
        .isEqualTo("2025-06-02T09:30:00Z");
    TicketStats stats = ada.get(Routes.STATS + "?to=2025-06-01").ok(TicketStats.class);
    assertThat(stats.total()).isEqualTo(3);
    assertThat(stats.figures().escalated()).isEqualTo(1);
  }

  @Test
  void aSessionARepeatAndACopyOfBackThen() {
    Tokens renewed =
        Client.of(server).post(Routes.REFRESH, new RefreshRequest(TOKEN)).ok(Tokens.class);
    assertThat(renewed.me().name()).isEqualTo("Max");
    assertThat(
            max.with(Routes.IDEMPOTENCY_KEY, id(0xd1).toString())
                .post(Routes.ticket(CHARGED, "messages"), SAID)
                .json()
                .path("answered")
                .textValue())
        .isEqualTo("then");
    ada.get(Routes.CHANGES + "?since=2").problem(ErrorCode.RESYNC);
    assertThat(ada.get(Routes.SNAPSHOT).json().path("totalTickets").intValue()).isBetween(4, 5);
  }

  @Test
  void theDeskThatIsUsedHasSomethingInEveryTable() throws Exception {
    String desk = desk();
    String tables;
    try (InputStream in = FirstVersionTest.class.getResourceAsStream("/db/server/V1__desk.sql")) {
      tables = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(Pattern.compile("CREATE TABLE (\\w+)").matcher(tables).results())
        .extracting(table -> table.group(1))
        .hasSize(18)
        .allSatisfy(table -> assertThat(desk).contains("INSERT INTO " + table));
  }

  @Test
  void workGoesOn() {
    Ticket next =
        cora.post(Routes.TICKETS, Map.of("subject", "And now?", "category", "loan"))
            .ok(Ticket.class);
    assertThat(next.ticketNumber()).isEqualTo("TKT-2025-000042");
    assertThat(next.priority()).isEqualTo(Priority.HIGH);
    ada.delete(Routes.ticket(next.id()));
    max.post(Routes.ticket(ESCALATED, "messages"), Map.of("body", "Hello")).ok(Message.class);
    Ticket solved =
        lea.post(Routes.ticket(ESCALATED, "resolve"), Map.of("resolution", "Known now"))
            .ok(Ticket.class);
    assertThat(solved.status()).isEqualTo(Status.RESOLVED);
    UUID undo =
        lea.post(Routes.JOBS + "/" + id(0xd2) + "/undo", Map.of()).ok(JobAccepted.class).job().id();
    await().until(() -> lea.get(Routes.JOBS + "/" + undo).ok(Job.class).isFinished());
    assertThat(lea.get(Routes.ticket(RESOLVED)).ok(Ticket.class).status()).isEqualTo(Status.OPEN);
  }

  private List<Message> messages(Client client) {
    return client.get(Routes.ticket(CHARGED, "messages")).ok(MessagePage.class).messages();
  }

  /** The ends of the numbers of the tickets that {@code client} sees of the first version's. */
  private static List<String> numbers(Client client, String filter) {
    String query = Routes.TICKETS + "?createdTo=2025-06-02T08:59:00Z&sort=createdAt" + filter;
    return client.get(query).ok(TicketPage.class).tickets().stream()
        .map(Ticket::ticketNumber)
        .map(number -> number.substring(number.length() - 2))
        .sorted()
        .toList();
  }

  private Client signIn(String email) {
    return Client.of(server).signIn(email);
  }

  private static UUID id(int n) {
    return new UUID(0x7000L, 0x8000_0000_0000_0000L + n);
  }
}
