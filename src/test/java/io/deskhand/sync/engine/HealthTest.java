package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.protocol.Json;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.SyncHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the figures are those of what happens, and tell nothing that was written. */
class HealthTest {
  private static final String WORDS = "My account is 12-345-678";
  @TempDir Path folder;

  @Test
  void theFiguresFollowWhatHappensAndHaveNobodysWords() throws Exception {
    try (TestBackend backend = new TestBackend(folder.resolve("data"), 5, Clock.systemUTC());
        Relay relay = new Relay(backend.address());
        Console max = Console.live(folder.resolve("max"), relay.address(), MAX)) {
      backend.coraSays(ticketId(0), WORDS);
      await().until(() -> max.ticket(ticketId(0)).messageCount() == 2);
      SyncHealth live = Console.await(max.desk().health());
      assertThat(live.connection()).isEqualTo(Phase.LIVE);
      assertThat(live.cursor()).isEqualTo(live.head()).isPositive();
      assertThat(live.queue().depth()).isZero();
      assertThat(live.traffic().received()).isGreaterThan(2_000);
      assertThat(live.traffic().sent()).isGreaterThan(200);
      // With what is in its journal.
      assertThat(live.disk().cache())
          .isGreaterThanOrEqualTo(Files.size(folder.resolve("max/cache.mv.db")));
      assertThat(live.versions().schema()).isPositive();

      UUID refused = max.submit(new Intent.Reopen(ticketId(1), WORDS)).id();
      max.awaitState(refused, PendingIntent.State.REFUSED);
      relay.down();
      max.awaitPhase(Phase.OFFLINE);
      max.say(ticketId(2), WORDS);
      SyncHealth away = Console.await(max.desk().health());
      assertThat(away.queue()).isEqualTo(new SyncHealth.Queue(1, 0, 0, 1));
      assertThat(away.connection()).isEqualTo(Phase.OFFLINE);
      assertThat(away.disk().outbox()).isPositive();
      Console.await(max.desk().attachments().add("a.txt", new byte[50_000]));
      assertThat(Console.await(max.desk().health()).disk().files()).isGreaterThan(50_000);
      assertThat(Json.text(away))
          .doesNotContain("12-345", "Question number", "Cora", "Max", "demo.desk");
    }
  }
}
