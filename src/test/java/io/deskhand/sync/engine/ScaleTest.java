package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static org.awaitility.Awaitility.await;

import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk of the main job: 20,000 tickets. */
class ScaleTest {
  private static final int TICKETS = 20_000;
  @TempDir Path folder;

  @Test
  void twentyThousandTicketsComeOnceAndAreThereWithoutTheServer() throws Exception {
    try (TestBackend backend = new TestBackend(folder.resolve("data"), TICKETS, Clock.systemUTC());
        Console max = new Console(folder.resolve("max"))) {
      max.signIn(backend.address(), MAX.email());
      awaitSize(max.desk().queue(TicketQuery.ALL), TICKETS);
      max.awaitLive();
    }
    try (Console max = Console.resumed(folder.resolve("max"))) {
      awaitSize(max.desk().queue(TicketQuery.ALL), TICKETS);
    }
  }

  private static void awaitSize(LiveQueue queue, int size) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> queue.size() >= size);
  }
}
