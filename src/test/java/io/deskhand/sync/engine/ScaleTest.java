package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static org.assertj.core.api.Assertions.assertThat;
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
  void twentyThousandTicketsAreThereInSeconds() throws Exception {
    try (TestBackend backend =
        new TestBackend(folder.resolve("data"), TICKETS, Clock.systemUTC())) {
      try (Console max = new Console(folder.resolve("max"))) {
        long start = System.nanoTime();
        max.signIn(backend.address(), MAX.email());
        LiveQueue queue = max.desk().queue(TicketQuery.ALL);
        awaitSize(queue, 1);
        Duration usable = since(start);
        awaitSize(queue, TICKETS);
        max.awaitLive();
        Duration whole = since(start);
        System.out.println("first sign-in: usable after " + usable + ", whole after " + whole);
        assertThat(usable).isLessThan(Duration.ofSeconds(5));
      }
      long start = System.nanoTime();
      try (Console max = Console.resumed(folder.resolve("max"))) {
        LiveQueue queue = max.desk().queue(TicketQuery.ALL);
        awaitSize(queue, TICKETS);
        Duration back = since(start);
        System.out.println("resumed: whole queue after " + back);
        assertThat(back).isLessThan(Duration.ofSeconds(8));
      }
    }
  }

  private static void awaitSize(LiveQueue queue, int size) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> queue.size() >= size);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
