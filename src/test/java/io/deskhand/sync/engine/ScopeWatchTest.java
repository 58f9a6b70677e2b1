package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.sync.SyncHealth;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConfirmedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the copy is compared with the server's tickets, and mended where it differs. */
class ScopeWatchTest {
  private static final int TICKETS = 30;
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;
  private Console max;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, TICKETS, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void open() throws Exception {
    max = Console.live(folder.resolve("max"), backend.address(), MAX);
  }

  @AfterEach
  void close() {
    max.close();
  }

  @Test
  void aCopyThatFollowedEverythingAddsUpToTheSame() throws Exception {
    for (int n = 0; n < 5; n++) {
      max.say(ticketId(n), "Answer to " + n);
      backend.coraSays(ticketId(n), "Thanks for " + n);
    }
    max.awaitEmptyOutbox();
    SyncHealth.Comparison comparison = compared(1).comparison();
    assertThat(comparison.equal()).isTrue();
    assertThat(comparison.here()).isEqualTo(TICKETS);
    assertThat(comparison.there()).isEqualTo(TICKETS);
    assertThat(max.incidents()).isEmpty();
  }

  @Test
  void itIsComparedWhileOthersGoOnWriting() throws Exception {
    Thread cora =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    for (int n = 0; n < 40; n++) {
                      backend.coraSays(ticketId(n % TICKETS), "And " + n);
                    }
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    compared(1);
    cora.join();
    compared(2);
    assertThat(max.incidents()).isEmpty();
  }

  @Test
  void aRowThatIsMissingIsFoundAndMended() throws Exception {
    behindItsBack(removal(ticketId(4)));
    assertThat(max.tickets()).doesNotContainKey(ticketId(4));
    assertMended();
  }

  @Test
  void aRowThatIsStaleIsFoundAndMended() throws Exception {
    Ticket old = max.ticket(ticketId(5));
    backend.coraSays(ticketId(5), "Still there?");
    await().until(() -> max.ticket(ticketId(5)).messageCount() > old.messageCount());
    // With a removal before it: an older row alone is not taken.
    behindItsBack(removal(ticketId(5)), row(old));
    assertThat(max.ticket(ticketId(5))).isEqualTo(old);
    assertMended();
  }

  @Test
  void aRowThatIsNotTheirsIsFoundAndPurged() throws Exception {
    UUID foreign = UUID.randomUUID();
    Ticket ticket = max.ticket(ticketId(6));
    behindItsBack(
        row(
            new io.deskhand.model.TicketBuilder(foreign, "Foreign", ticket.createdAt())
                .ticketNumber("TKT-2026-999999")
                .build()));
    assertThat(max.tickets()).containsKey(foreign);
    assertMended();
    assertThat(max.tickets()).doesNotContainKey(foreign);
    assertThat(BareConsole.copy(max.desk()).tickets().find(foreign)).isEmpty();
  }

  /** Changes the copy on disk, as something might that does not follow the log. */
  private void behindItsBack(Change... changes) throws Exception {
    ConfirmedStore copy = BareConsole.copy(max.desk());
    copy.apply(Batch.of(List.of(changes)), Map.of(), copy.position().orElseThrow());
    max.close();
    max = Console.resumed(folder.resolve("max"));
    max.awaitLive();
  }

  private void assertMended() throws Exception {
    SyncHealth health = compared(2);
    assertThat(health.differences()).isEqualTo(1);
    assertThat(health.comparison().equal()).isTrue();
    assertThat(max.incidents())
        .singleElement()
        .asString()
        .contains("The copy differed from the server");
    Map<UUID, Ticket> server = backend.tickets(MAX.email());
    server.replaceAll((id, it) -> it.toBuilder().description(null).build());
    assertThat(max.tickets()).isEqualTo(server);
  }

  private SyncHealth compared(int times) throws Exception {
    max.desk().compare();
    return await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> Console.await(max.desk().health()), it -> it.comparisons() >= times);
  }

  private static Change removal(UUID id) {
    return new Change(1, EntityType.TICKET, id.toString(), Change.Op.REMOVE, null);
  }

  private static Change row(Ticket ticket) {
    return new Change(
        1, EntityType.TICKET, ticket.id().toString(), Change.Op.PUT, Json.tree(ticket));
  }
}
