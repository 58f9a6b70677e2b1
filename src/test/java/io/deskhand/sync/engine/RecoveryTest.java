package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.ADA;
import static io.deskhand.sync.engine.SmallDesk.BILLING;
import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.protocol.AgentPatch;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketState.Loading;
import io.deskhand.sync.rest.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a console comes back from everything that can happen to a server and the way there. */
class RecoveryTest {
  @TempDir Path folder;
  private final MovingClock serverClock = new MovingClock();
  private TestBackend backend;
  private Relay relay;
  private Console max;

  @BeforeEach
  void start() throws Exception {
    backend = new TestBackend(folder.resolve("data"), 20, serverClock);
    relay = new Relay(backend.address());
    max = Console.live(folder.resolve("max"), relay.address(), MAX);
  }

  @AfterEach
  void stop() throws Exception {
    max.close();
    relay.close();
    backend.close();
  }

  @Test
  void aChangeThatGotLostOnTheWayIsPulled() throws Exception {
    relay.loseNextChange();
    backend.coraSays(ticketId(1), "lost");
    await().until(relay::changeWasLost);
    backend.coraSays(ticketId(2), "heard");
    await().untilAsserted(() -> assertThat(max.ticket(ticketId(2)).messageCount()).isEqualTo(2));
    await().untilAsserted(() -> assertThat(max.ticket(ticketId(1)).messageCount()).isEqualTo(2));
    max.awaitLive();
  }

  @Test
  void aServerThatComesBackFindsTheConsoleThere() throws Exception {
    backend.stop();
    max.awaitPhase(Phase.OFFLINE);
    max.say(ticketId(1), "are you there?");
    assertThat(max.tickets()).hasSize(20);
    backend.restart();
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(backend.messages(ticketId(1))).extracting(Message::body).contains("are you there?");
  }

  @Test
  void aServerRestoredFromABackupMeansANewCopyAndTheOutboxSurvivesIt() throws Exception {
    backend.stop();
    copy(folder.resolve("data"), folder.resolve("backup"));
    backend.restart();
    max.awaitLive();
    max.submit(priority(ticketId(3), "urgent"));
    max.awaitEmptyOutbox();
    relay.down();
    max.say(ticketId(4), "kept");
    backend.stop();
    backend.startAnew(folder.resolve("backup"));
    relay.up();
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(max.ticket(ticketId(3)).priority()).as("undone").isEqualTo(Priority.MEDIUM);
    assertThat(backend.messages(ticketId(4))).extracting(Message::body).contains("kept");
    awaitEqualToServer();
  }

  @Test
  void anotherServerAtTheSameAddressMeansANewSignInAndANewCopy() throws Exception {
    max.submit(priority(ticketId(3), "urgent"));
    max.awaitEmptyOutbox();
    relay.down();
    max.say(ticketId(4), "kept");
    backend.stop();
    backend.startAnew(folder.resolve("other"));
    relay.up();
    max.awaitPhase(Phase.SIGNED_OUT);
    max.signIn(relay.address(), MAX.email());
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(backend.messages(ticketId(4))).extracting(Message::body).contains("kept");
    awaitEqualToServer();
  }

  private void awaitEqualToServer() throws Exception {
    var server = backend.tickets(MAX.email());
    server.replaceAll((id, ticket) -> ticket.toBuilder().description(null).build());
    await().untilAsserted(() -> assertThat(max.tickets()).isEqualTo(server));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aPersonWhoMovesLosesTheirTicketsAndTheConversations() throws Exception {
    UUID mine = ticketId(5);
    max.submit(new Intent.Assign(mine, MAX.id()));
    max.awaitEmptyOutbox();
    try (LiveTicket other = max.open(ticketId(6))) {
      await().until(() -> other.state().get().loading() == Loading.LOADED);
      assertThat(other.state().get().conversation()).isNotEmpty();
      backend
          .as(ADA)
          .send(
              new Call(
                  "PATCH",
                  Routes.AGENTS + "/" + MAX.id(),
                  new AgentPatch(null, null, BILLING.id(), null, null, null, null),
                  UUID.randomUUID(),
                  null));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(max.tickets()).containsOnlyKeys(mine));
      await().until(() -> other.state().get().gone());
      assertThat(other.state().get().conversation()).isEmpty();
    }
  }

  @Test
  void aTokenThatEndsInTheMiddleIsRenewedUnnoticed() throws Exception {
    serverClock.advance(Duration.ofMinutes(11));
    max.say(ticketId(7), "after a long silence");
    max.awaitEmptyOutbox();
    assertThat(backend.messages(ticketId(7)))
        .extracting(Message::body)
        .contains("after a long silence");
    max.awaitLive();
    backend.coraSays(ticketId(7), "good");
    await().untilAsserted(() -> assertThat(max.ticket(ticketId(7)).messageCount()).isEqualTo(3));
  }

  @Test
  void aSessionThatEndsKeepsEverythingUntilTheNextSignIn() throws Exception {
    relay.down();
    max.awaitPhase(Phase.OFFLINE);
    max.say(ticketId(8), "waits for the next sign-in");
    serverClock.advance(Duration.ofDays(61));
    relay.up();
    max.awaitPhase(Phase.SIGNED_OUT);
    assertThat(max.desk().outbox().get()).hasSize(1);
    assertThat(max.tickets()).hasSize(20);
    max.signIn(relay.address(), MAX.email());
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(backend.messages(ticketId(8)))
        .extracting(Message::body)
        .contains("waits for the next sign-in");
  }

  @Test
  void aServerThatIsSilentCountsAsGone() throws Exception {
    Timing impatient =
        new Timing(
            Console.QUICK.connect(),
            Console.QUICK.call(),
            Duration.ofMillis(300),
            Console.QUICK.reconnect(),
            Console.QUICK.resend(),
            Console.QUICK.jobPoll(),
            Console.QUICK.typingRepeat(),
            Console.QUICK.typingIdle());
    try (Console other = new Console(folder.resolve("impatient"), Clock.systemUTC(), impatient)) {
      other.signIn(relay.address(), MAX.email());
      other.awaitLive();
      relay.silence();
      other.awaitPhase(Phase.OFFLINE);
      relay.cut();
      relay.up();
      other.awaitLive();
    }
  }

  @Test
  void aCacheThatCannotBeReadIsMadeAnewAndTold() throws Exception {
    max.say(ticketId(9), "sent");
    max.awaitEmptyOutbox();
    relay.down();
    max.say(ticketId(9), "not sent yet");
    max.close();
    Path cache = folder.resolve("max").resolve("cache.mv.db");
    byte[] bytes = Files.readAllBytes(cache);
    for (int i = 4_096; i < bytes.length; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(cache, bytes);
    max = Console.resumed(folder.resolve("max"));
    assertThat(max.incidents()).anyMatch(line -> line.contains("DH-CACHE-DAMAGED"));
    await().until(() -> max.desk().outbox().get().size() == 1);
    relay.up();
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(max.tickets()).hasSize(20);
    assertThat(backend.messages(ticketId(9))).extracting(Message::body).endsWith("not sent yet");
  }

  private static Intent priority(UUID id, String priority) {
    return new Intent.Update(
        id, TicketPatch.read(Json.parse("{\"priority\":\"" + priority + "\"}")));
  }
}
