package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.INES;
import static io.deskhand.sync.engine.SmallDesk.LEA;
import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.Message;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.TicketState.Entry;
import io.deskhand.sync.TicketState.Loading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random people on a bad network: at the end everybody sees what the server has. */
class ConvergenceTest {
  private static final int TICKETS = 12;
  private static final int STEPS = 80;
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyConsoleEndsWithTheServersRowsAndEveryWordIsThereOnce(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestBackend backend = new TestBackend(folder.resolve("data"), TICKETS, Clock.systemUTC());
        Relay badLine = new Relay(backend.address());
        Relay worseLine = new Relay(backend.address());
        Console max = Console.live(folder.resolve("max"), badLine.address(), MAX);
        Console lea = Console.live(folder.resolve("lea"), worseLine.address(), LEA)) {
      List<Console> consoles = List.of(max, lea);
      List<Relay> lines = List.of(badLine, worseLine);
      Map<UUID, String> said = new HashMap<>();
      for (int step = 0; step < STEPS; step++) {
        Intent intent = randomIntent(random, step);
        consoles.get(random.nextInt(2)).submit(intent);
        if (intent instanceof Intent.Say say) {
          said.put(say.messageId(), say.body());
        }
        if (random.nextInt(6) == 0) {
          disturb(random, lines.get(random.nextInt(2)), backend);
        }
      }
      lines.forEach(Relay::heal);
      // Whoever has missed the last change notices at this one, sooner than at the next heartbeat.
      backend.coraSays(ticketId(0), "Bye");
      for (Console console : consoles) {
        settle(console);
      }
      assertEqual(max, backend, MAX);
      assertEqual(lea, backend, LEA);
      assertSaidOnce(backend, said, consoles);
      assertSameConversation(lea, backend, ticketId(3));
    }
  }

  private static void disturb(Random random, Relay line, TestBackend backend) throws Exception {
    switch (random.nextInt(5)) {
      case 0 -> line.cut();
      case 1 -> line.down();
      case 2 -> line.up();
      case 3 -> line.loseNextAnswer();
      default -> {
        line.loseNextChange();
        backend.coraSays(ticketId(random.nextInt(TICKETS)), "Hello?");
      }
    }
  }

  private static Intent randomIntent(Random random, int step) {
    UUID id = ticketId(random.nextInt(TICKETS));
    return switch (random.nextInt(8)) {
      case 0 -> new Intent.Assign(id, random.nextBoolean() ? MAX.id() : INES.id());
      case 1 -> new Intent.Resolve(id, "Done in step " + step);
      case 2 -> new Intent.Reopen(id, "Not done");
      case 3 -> new Intent.SetStatus(id, random.nextBoolean() ? Status.PENDING : Status.OPEN);
      case 4 ->
          new Intent.Update(id, TicketPatch.read(Json.parse("{\"tags\":[\"step-" + step + "\"]}")));
      default -> new Intent.Say(id, UUID.randomUUID(), "step " + step, random.nextInt(3) == 0);
    };
  }

  /** Looks at what needs a look until nothing is left but what was refused. */
  private static void settle(Console console) {
    console.awaitLive();
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              List<PendingIntent> left = console.desk().outbox().get();
              left.stream()
                  .filter(it -> it.state() == PendingIntent.State.HELD)
                  .forEach(it -> console.desk().retry(it.id()));
              return left.stream().allMatch(it -> it.isRefused());
            });
  }

  private static void assertEqual(Console console, TestBackend backend, Agent agent)
      throws Exception {
    for (PendingIntent refused : console.desk().outbox().get()) {
      assertThat(refused.why()).isNotBlank();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              Map<UUID, Ticket> server = backend.tickets(agent.email());
              server.replaceAll((id, it) -> it.toBuilder().description(null).build());
              assertThat(console.tickets()).isEqualTo(server);
            });
    assertThat(console.incidents()).isEmpty();
  }

  private static void assertSaidOnce(
      TestBackend backend, Map<UUID, String> said, List<Console> consoles) throws Exception {
    List<UUID> refused = new ArrayList<>();
    for (Console console : consoles) {
      console.desk().outbox().get().stream()
          .map(PendingIntent::intent)
          .filter(Intent.Say.class::isInstance)
          .forEach(it -> refused.add(((Intent.Say) it).messageId()));
    }
    List<UUID> there = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      backend.messages(ticketId(i)).stream()
          .map(Message::id)
          .filter(said::containsKey)
          .forEach(there::add);
    }
    there.addAll(refused);
    assertThat(there).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(said.keySet());
  }

  private static void assertSameConversation(Console console, TestBackend backend, UUID id)
      throws Exception {
    List<Message> server = backend.messages(id);
    try (LiveTicket open = console.open(id)) {
      await()
          .atMost(10, TimeUnit.SECONDS)
          .until(() -> open.state().get().loading() == Loading.LOADED);
      assertThat(open.state().get().conversation()).extracting(Entry::message).containsAll(server);
    }
  }

  @Test
  void aFreshConsoleSeesWhatOneSeesThatFollowedStepByStep() throws Exception {
    try (TestBackend backend = new TestBackend(folder.resolve("data"), TICKETS, Clock.systemUTC());
        Console old = Console.live(folder.resolve("old"), backend.address(), LEA)) {
      Random random = new Random(3);
      for (int step = 0; step < 40; step++) {
        old.submit(randomIntent(random, step));
      }
      settle(old);
      try (Console fresh = Console.live(folder.resolve("fresh"), backend.address(), LEA)) {
        old.desk().outbox().get().forEach(it -> old.desk().discard(it.id()));
        await().untilAsserted(() -> assertThat(old.tickets()).isEqualTo(fresh.tickets()));
        await()
            .untilAsserted(
                () -> assertThat(old.desk().agents().get()).isEqualTo(fresh.desk().agents().get()));
      }
    }
  }
}
