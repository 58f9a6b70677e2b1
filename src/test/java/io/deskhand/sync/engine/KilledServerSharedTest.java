package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server of several is killed: its consoles move to another one, and nothing is lost. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledServerSharedTest {
  private static final int SAID = 12;

  @Test
  void aConsoleMovesToTheServerThatLivesAndNothingIsLostOrDoneTwice(@TempDir Path folder)
      throws Exception {
    DatabaseUrl database = TestDatabase.postgres(folder);
    try (TestBackend living =
        new TestBackend(folder.resolve("living"), 40, Clock.systemUTC(), database)) {
      try (ServedProcess dying = ServedProcess.start(folder.resolve("dying"), database);
          Relay relay = new Relay(dying.address());
          Console max = Console.live(folder.resolve("max"), relay.address(), MAX)) {
        Map<UUID, String> said = new LinkedHashMap<>();
        for (UUID ticket : max.tickets().keySet().stream().sorted().limit(SAID).toList()) {
          if (said.size() == SAID / 2) {
            living.coraSays(ticketId(2), "said on the other server");
            dying.kill();
            relay.to(living.address());
            relay.cut();
          }
          said.put(ticket, "number " + said.size());
          max.say(ticket, said.get(ticket));
        }
        max.awaitEmptyOutboxAfterLive();

        assertThat(said).hasSize(SAID);
        for (Map.Entry<UUID, String> words : said.entrySet()) {
          assertThat(living.messages(words.getKey()))
              .extracting(Message::body)
              .containsOnlyOnce(words.getValue());
        }
        Map<UUID, Long> truth = versions(living.tickets(MAX.email()));
        await().untilAsserted(() -> assertThat(versions(max.tickets())).isEqualTo(truth));
        assertThat(max.incidents()).isEmpty();
      }
    }
  }

  private static Map<UUID, Long> versions(Map<UUID, Ticket> tickets) {
    return tickets.values().stream().collect(Collectors.toMap(Ticket::id, Ticket::version));
  }
}
