package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPage;
import io.deskhand.protocol.TicketRef;
import io.deskhand.protocol.Tokens;
import io.deskhand.protocol.Viewers;
import io.deskhand.protocol.Viewers.Viewer;
import io.deskhand.server.live.LiveClient;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.StoredJob;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL database are one desk, whichever of them one talks to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServersSharedTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private DatabaseUrl database;
  private DeskServer one;
  private DeskServer other;
  private Client here;
  private Client there;

  @BeforeAll
  void start(@TempDir Path first, @TempDir Path second) {
    database = TestDatabase.postgres(first);
    one = DeskServer.start(options(first));
    other = DeskServer.start(options(second));
    here = Client.of(one);
    there = Client.of(other);
  }

  private ServerOptions options(Path data) {
    return ServerOptions.local(data)
        .withDatabase(database)
        .withClock(clock)
        .withSeed(TestDesk.SEED);
  }

  @AfterAll
  void stop() {
    one.close();
    other.close();
  }

  @Test
  void whatIsSaidOnOneServerIsHeardOnTheOtherWithItsNameAndItsNotification() throws Exception {
    Ticket ticket = newTicket(here.signIn("max@demo.desk"));
    Client cora = here.signIn("cora@demo.desk");
    String token = there.tokens("max@demo.desk").accessToken();
    try (LiveClient max = LiveClient.subscribed(other.address(), token)) {
      cora.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", "Are you there?")).json();
      max.await(
          frame ->
              frame.event().equals(Events.NEW_MESSAGE)
                  && frame.data().toString().contains("Are you there?"));
      max.await(
          frame ->
              frame.event().equals(Events.NOTIFICATION)
                  && frame.data().toString().contains("Are you there?"));
    }
    assertThat(
            there
                .bearer(token)
                .get(Routes.ticket(ticket.id(), "messages"))
                .ok(MessagePage.class)
                .messages())
        .hasSize(1);
  }

  @Test
  void whoHasATicketOpenAndWhoTypesIsToldOnBothServers() throws Exception {
    UUID ticket = newTicket(here.signIn("max@demo.desk")).id();
    try (LiveClient max = signedIn(one, here, "max");
        LiveClient lea = signedIn(other, there, "lea")) {
      join(max, ticket);
      awaitViewers(max, "Max");
      join(lea, ticket);
      awaitViewers(lea, "Lea", "Max");
      awaitViewers(max, "Max", "Lea");
      try (LiveClient cora = signedIn(one, here, "cora")) {
        join(cora, ticket);
        cora.send(Events.TYPING_START, null, new TicketRef(ticket));
        awaitTyping(lea, "Cora", true);
        here.signIn("cora@demo.desk")
            .post(Routes.ticket(ticket, "messages"), Map.of("body", "Hello"))
            .json();
        awaitTyping(lea, "Cora", false);
        assertThat(cora.heard(Events.VIEWERS)).isEmpty();
      }
      lea.send(Events.LEAVE_TICKET_ROOM, null, new TicketRef(ticket));
      awaitViewers(max, "Max");
    }
  }

  @Test
  void theStaffOfAServerThatIsGoneAreForgotten(@TempDir Path third) throws Exception {
    UUID ticket = newTicket(here.signIn("max@demo.desk")).id();
    try (LiveClient max = signedIn(one, here, "max")) {
      join(max, ticket);
      try (Store dying = Store.open(third, database, clock)) {
        Viewer ghost = new Viewer(UUID.randomUUID(), "Ghost");
        Map<String, ?> there = Map.of("ticketId", ticket, "viewer", ghost, "here", true);
        dying
            .signals()
            .send("viewing", Map.of("server", UUID.randomUUID(), "people", List.of(there)));
        awaitViewers(max, "Max", "Ghost");
      }
      clock.advance(Duration.ofMinutes(1));
      awaitViewers(max, "Max");
    }
  }

  private static LiveClient signedIn(DeskServer server, Client client, String name)
      throws InterruptedException {
    return LiveClient.signedIn(server.address(), client.tokens(name + "@demo.desk").accessToken());
  }

  private static void join(LiveClient client, UUID ticket) {
    client.send(Events.JOIN_TICKET_ROOM, "join", new TicketRef(ticket));
    assertThat(client.answer("join").event()).isEqualTo(Events.ACK);
  }

  private static void awaitViewers(LiveClient client, String... names) {
    await()
        .untilAsserted(
            () -> {
              List<Frame> told = client.heard(Events.VIEWERS);
              assertThat(told).isNotEmpty();
              Viewers last = Json.convert(told.getLast().data(), Viewers.class);
              assertThat(last.viewers()).extracting(Viewer::name).containsExactly(names);
              assertThat(last.count()).isEqualTo(names.length);
            });
  }

  private static void awaitTyping(LiveClient client, String name, boolean types) {
    client.await(
        frame ->
            frame.event().equals(Events.TYPING_INDICATOR)
                && frame.data().toString().contains("\"name\":\"" + name + "\"")
                && frame.data().path("typing").booleanValue() == types);
  }

  @Test
  void signingOutOnOneServerEndsTheSocketOnTheOther() throws Exception {
    Tokens tokens = here.tokens("omar@demo.desk");
    try (LiveClient omar = LiveClient.signedIn(other.address(), tokens.accessToken())) {
      here.post(Routes.LOGOUT, new RefreshRequest(tokens.refreshToken()));
      assertThat(omar.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "unauthenticated"));
    }
  }

  @Test
  void whoIsShutOutOnOneServerIsOutOnTheOther() throws Exception {
    Tokens tokens = there.tokens("boris@demo.desk");
    try (LiveClient boris = LiveClient.signedIn(other.address(), tokens.accessToken())) {
      here.signIn("ada@demo.desk").delete(Routes.AGENTS + "/" + TestDesk.BORIS.id());
      assertThat(boris.awaitClosed()).isEqualTo(new LiveClient.Closed(4401, "unauthenticated"));
    }
    there
        .post(Routes.REFRESH, new RefreshRequest(tokens.refreshToken()))
        .problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aRefreshTokenIsGoodOnceOverAllServers() {
    Tokens first = here.tokens("ines@demo.desk");
    RefreshRequest old = new RefreshRequest(first.refreshToken());
    Tokens second = there.post(Routes.REFRESH, old).ok(Tokens.class);
    Tokens third =
        here.post(Routes.REFRESH, new RefreshRequest(second.refreshToken())).ok(Tokens.class);
    here.post(Routes.REFRESH, old).problem(ErrorCode.UNAUTHENTICATED);
    there
        .post(Routes.REFRESH, new RefreshRequest(third.refreshToken()))
        .problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aWriteThatIsRepeatedOnTheOtherServerGetsTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    String token = here.tokens("lea@demo.desk").accessToken();
    Map<String, Object> body = Map.of("subject", "Once");
    Ticket first = keyed(here, token, key).post(Routes.TICKETS, body).ok(Ticket.class);
    assertThat(keyed(there, token, key).post(Routes.TICKETS, body).ok(Ticket.class))
        .isEqualTo(first);
    assertThat(
            there
                .signIn("ada@demo.desk")
                .get(Routes.TICKETS + "?q=Once")
                .ok(TicketPage.class)
                .total())
        .isEqualTo(1);
  }

  private static Client keyed(Client server, String token, String key) {
    return server.bearer(token).with("Idempotency-Key", key);
  }

  @Test
  void aJobThatAServerLeftBehindIsTakenOverOnceItsLeaseHasEnded(@TempDir Path third) {
    Client ada = here.signIn("ada@demo.desk");
    Ticket ticket = newTicket(here.signIn("max@demo.desk"));
    UUID job = UUID.randomUUID();
    try (Store dying = Store.open(third, database, clock)) {
      dying
          .ledger()
          .write(
              tx -> {
                tx.jobs().insert(job(job, tx.now()), List.of(ticket.id()));
                return tx.leases().take("job:" + job, Duration.ofSeconds(30));
              });
    }
    clock.advance(Duration.ofSeconds(31));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ada.get(Routes.JOBS + "/" + job).ok(Job.class).state() == Job.State.DONE);
    assertThat(ada.get(Routes.ticket(ticket.id())).ok(Ticket.class).resolution()).isEqualTo("done");
  }

  private static StoredJob job(UUID id, Instant now) {
    BulkRequest request =
        new BulkRequest(null, null, null, null, "done", null, null, null, null, null, null);
    return new StoredJob(
        id, Job.Kind.RESOLVE, Job.State.QUEUED, TestDesk.ADA.id(), request, null, now, null);
  }

  private static Ticket newTicket(Client agent) {
    return agent
        .post(
            Routes.TICKETS,
            Map.of(
                "subject",
                "It does not work",
                "category",
                "technical",
                "customerId",
                TestDesk.CORA.id(),
                "assignedTo",
                TestDesk.MAX.id()))
        .ok(Ticket.class);
  }
}
