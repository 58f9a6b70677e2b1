package io.deskhand.server.app;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.Routes;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test against a server with the {@link TestDesk}, one for the whole class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerTest {
  final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  Path data;
  DeskServer server;
  Client nobody;
  Client ada;
  Client lea;
  Client max;
  Client cora;

  @BeforeAll
  void start(@TempDir Path directory) {
    data = directory;
    server = DeskServer.start(TestDatabase.local(data).withClock(clock).withSeed(TestDesk.SEED));
    nobody = Client.of(server);
    ada = nobody.signIn("ada@demo.desk");
    lea = nobody.signIn("lea@demo.desk");
    max = nobody.signIn("max@demo.desk");
    cora = nobody.signIn("cora@demo.desk");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A new ticket of Cora's in Support, assigned to nobody. */
  Ticket newTicket() {
    return cora.post(Routes.TICKETS, Map.of("subject", "It does not work", "category", "technical"))
        .ok(Ticket.class);
  }
}
