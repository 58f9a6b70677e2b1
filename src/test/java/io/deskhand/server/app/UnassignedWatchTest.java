package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lead hears of what nobody takes: in time, once each time, and across a restart. */
class UnassignedWatchTest {
  private static final String WARNING = "To the lead: Nobody has taken this ticket for 15 minutes";
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  @TempDir Path data;
  private DeskServer server;
  private Client lea;

  @BeforeEach
  void start() {
    server = DeskServer.start(TestDatabase.local(data).withClock(clock).withSeed(TestDesk.SEED));
    lea = Client.of(server).signIn("lea@demo.desk");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theLeadIsWarnedOnceForEachTimeThatATicketWaits() {
    Ticket taken = ticket();
    Ticket left = ticket();
    later(14);
    assign(taken, "{\"assignedTo\":\"" + TestDesk.MAX.id() + "\"}");
    later(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> warnings(left) == 1);
    assertThat(warnings(taken)).isZero();
    // It waits anew from when it is given back, not from when it was made.
    assign(taken, "{\"assignedTo\":null}");
    later(14);
    Ticket young = ticket();
    later(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> warnings(taken) == 1);
    assertThat(warnings(left)).isEqualTo(1);
    assertThat(warnings(young)).isZero();
  }

  @Test
  void aRestartNeitherForgetsNorRepeatsAWarning() {
    Ticket early = ticket();
    later(15);
    await().atMost(Duration.ofSeconds(20)).until(() -> warnings(early) == 1);
    Ticket late = ticket();
    later(14);
    server.close();
    start();
    later(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> warnings(late) == 1);
    assertThat(warnings(early)).isEqualTo(1);
  }

  /** Tokens do not outlive ten minutes, so everybody signs in again. */
  private void later(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    lea = Client.of(server).signIn("lea@demo.desk");
  }

  private Ticket ticket() {
    return lea.post(Routes.TICKETS, Map.of("subject", "Help", "category", "technical"))
        .ok(Ticket.class);
  }

  private void assign(Ticket ticket, String patch) {
    lea.send("PATCH", Routes.ticket(ticket.id()), patch).ok(Ticket.class);
  }

  private long warnings(Ticket ticket) {
    return lea.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history().stream()
        .filter(entry -> WARNING.equals(entry.details()))
        .count();
  }
}
