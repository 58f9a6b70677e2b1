package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A console and its server, each a process of its own with a bad network between them, are killed
 * at random. {@code mvn -Pcrash verify} does so some hundred times; {@code -Dcrash.seed=N} for the
 * same order of deaths once more.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class KilledAtRandomTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final long SEED = Long.getLong("crash.seed", 5);
  private static final int MOST_WORK = 20;

  private final Random random = new Random(SEED);
  private final WorkDone done = new WorkDone();
  @TempDir private Path folder;

  @Test
  void whateverWasKeptHappensOnceAndTheConsoleEndsAsTheServer() throws Exception {
    try (TestBackend seeded = new TestBackend(data(), WorkDone.TICKETS, Clock.systemUTC())) {
      assertThat(seeded.tickets(MAX.email())).hasSize(WorkDone.TICKETS);
    }
    ServedProcess server = ServedProcess.start(data(), null);
    try (Relay relay = new Relay(server.address())) {
      for (int kill = 0; kill < KILLS; kill++) {
        try (ConsoleProcess console =
            ConsoleProcess.start(profile(), relay.address(), random.nextLong(), "run" + kill)) {
          console.follow(done, 1);
          trouble(relay);
          console.follow(done, 1 + random.nextInt(MOST_WORK));
          if (random.nextInt(3) == 0) {
            server.kill();
            server = ServedProcess.start(data(), null);
            relay.to(server.address());
            console.follow(done, 1 + random.nextInt(MOST_WORK));
          }
          int atTheEnd = random.nextInt(MOST_WORK);
          console.order(atTheEnd);
          console.follow(done, random.nextInt(1 + atTheEnd / 2));
          console.kill(done);
        }
        relay.heal();
      }
      server.kill();
      compare(relay);
    } finally {
      server.close();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path profile() {
    return folder.resolve("max");
  }

  private void trouble(Relay relay) {
    switch (random.nextInt(8)) {
      case 0 -> relay.down();
      case 1 -> relay.reset();
      case 2 -> relay.cut();
      case 3 -> relay.silence();
      case 4 -> relay.slow(Duration.ofMillis(20));
      case 5 -> relay.loseNextAnswer();
      case 6 -> relay.loseNextChange();
      default -> relay.heal();
    }
  }

  private void compare(Relay relay) throws Exception {
    try (TestBackend backend = new TestBackend(data(), WorkDone.TICKETS, Clock.systemUTC())) {
      relay.to(backend.address());
      try (Console console = Console.resumed(profile())) {
        console.awaitLive();
        Set<String> refused = settled(console);
        Map<UUID, Ticket> truth = backend.tickets(MAX.email());
        Patience.here("the console's queue")
            .untilAsserted(
                console::tickets, () -> assertThat(console.tickets()).isEqualTo(queued(truth)));
        eachHappenedOnce(backend, truth, refused);
        draftsAreThere(console);
      }
    }
  }

  /** As a queue has them: descriptions come when a ticket is opened. */
  private static Map<UUID, Ticket> queued(Map<UUID, Ticket> tickets) {
    Map<UUID, Ticket> rows = new HashMap<>();
    tickets.forEach((id, ticket) -> rows.put(id, ticket.toBuilder().description(null).build()));
    return rows;
  }

  /** Looks at what is held, until there is nothing but what was refused; returns its words. */
  private static Set<String> settled(Console console) {
    Patience.here("the outbox")
        .untilAsserted(
            () -> unsettled(console).size(),
            () ->
                assertThat(unsettled(console))
                    .as("%s", console.desk().connection().get())
                    .isEmpty());
    Set<String> words = new HashSet<>();
    console
        .desk()
        .outbox()
        .get()
        .forEach(pending -> words.add(CrashingConsole.words(pending.intent())));
    return words;
  }

  /** What is neither done nor refused for good. */
  private static List<PendingIntent> unsettled(Console console) {
    List<PendingIntent> left = console.desk().outbox().get();
    left.stream()
        .filter(intent -> intent.state() == State.HELD)
        .forEach(intent -> console.desk().retry(intent.id()));
    return left.stream().filter(intent -> !intent.isRefused()).toList();
  }

  private void eachHappenedOnce(TestBackend backend, Map<UUID, Ticket> truth, Set<String> refused)
      throws IOException {
    Map<String, Integer> times = times(backend, truth);
    for (WorkDone.Work work : done.works()) {
      int happened = times.getOrDefault(work.words(), 0);
      if (work.kept()) {
        assertThat(happened)
            .as("%s, seed %d", work, SEED)
            .isEqualTo(refused.contains(work.words()) ? 0 : 1);
      } else {
        assertThat(happened).as("%s, seed %d", work, SEED).isLessThanOrEqualTo(1);
      }
    }
  }

  /** How often each word happened on the server. */
  private static Map<String, Integer> times(TestBackend backend, Map<UUID, Ticket> truth)
      throws IOException {
    Map<String, Integer> times = new HashMap<>();
    for (int n = 0; n < WorkDone.TICKETS; n++) {
      for (Message message : backend.allMessages(ticketId(n))) {
        times.merge(message.body(), 1, Integer::sum);
      }
      for (HistoryEntry entry : backend.allHistory(ticketId(n))) {
        trace(entry).ifPresent(words -> times.merge(words, 1, Integer::sum));
      }
    }
    truth.values().stream()
        .filter(ticket -> !isSeeded(ticket))
        .forEach(ticket -> times.merge(ticket.subject(), 1, Integer::sum));
    return times;
  }

  private static boolean isSeeded(Ticket ticket) {
    return ticket.id().compareTo(ticketId(WorkDone.TICKETS)) < 0
        && ticket.id().compareTo(ticketId(0)) >= 0;
  }

  /** The words that a history entry carries: a new subject, or why it was escalated. */
  private static Optional<String> trace(HistoryEntry entry) {
    return switch (entry.action()) {
      case TICKET_ESCALATED -> Optional.ofNullable(entry.details());
      case TICKET_UPDATED ->
          entry.changes().stream()
              .filter(change -> change.field().equals("subject"))
              .findFirst()
              .map(FieldChange::to);
      default -> Optional.empty();
    };
  }

  private void draftsAreThere(Console console) {
    Map<UUID, String> wanted = done.drafts();
    for (Map.Entry<UUID, String> draft : wanted.entrySet()) {
      String found = console.desk().drafts().of(draft.getKey()).map(Draft::text).orElse("nothing");
      if (!done.wasTried(draft.getKey(), found)) {
        assertThat(found).as("draft of %s", draft.getKey()).isEqualTo(draft.getValue());
      }
    }
  }
}
