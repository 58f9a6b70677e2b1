package io.deskhand.sync.engine;

import static io.deskhand.sync.engine.SmallDesk.INES;
import static io.deskhand.sync.engine.SmallDesk.LEA;
import static io.deskhand.sync.engine.SmallDesk.MAX;
import static io.deskhand.sync.engine.SmallDesk.ticketId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Message;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.TicketState.Delivery;
import io.deskhand.sync.TicketState.Entry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is accepted reaches the server once, or comes back with a reason. */
class DeliveryTest {
  @TempDir static Path data;
  private static TestBackend backend;
  @TempDir Path folder;
  private Relay relay;
  private Console max;

  @BeforeAll
  static void serve() {
    backend = new TestBackend(data, 40, Clock.systemUTC());
  }

  @AfterAll
  static void stopServing() {
    backend.close();
  }

  @BeforeEach
  void start() throws Exception {
    relay = new Relay(backend.address());
    max = Console.live(folder.resolve("max"), relay.address(), MAX);
  }

  @AfterEach
  void stop() throws Exception {
    max.close();
    relay.close();
  }

  @Test
  void whatIsWrittenOfflineSurvivesARestartAndArrivesOnce() throws Exception {
    UUID id = ticketId(1);
    relay.down();
    max.awaitPhase(Phase.OFFLINE);
    max.say(id, "one");
    max.say(id, "two");
    max.submit(new Intent.Resolve(id, "Turned it off and on"));
    assertThat(max.ticket(id).status()).isEqualTo(Status.RESOLVED);
    max.close();

    max = Console.resumed(folder.resolve("max"));
    assertThat(max.desk().me().name()).isEqualTo("Max");
    await().until(() -> max.desk().outbox().get().size() == 3);
    assertThat(max.ticket(id).status()).isEqualTo(Status.RESOLVED);
    relay.up();
    max.awaitLive();
    max.awaitEmptyOutbox();
    assertThat(backend.messages(id)).extracting(Message::body).endsWith("one", "two");
    assertThat(backend.tickets(MAX.email()).get(id).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void anAnswerThatGetsLostAfterTheCommitIsAskedForAgainWithoutASecondEffect() throws Exception {
    UUID id = ticketId(2);
    relay.loseNextAnswer();
    max.say(id, "only once");
    max.awaitEmptyOutbox();
    assertThat(relay.answerWasLost()).isTrue();
    assertThat(backend.messages(id)).extracting(Message::body).containsOnlyOnce("only once");
    // More than once, since OkHttp repeats the first one by itself.
    for (int i = 0; i < 4; i++) {
      relay.loseNextAnswer();
    }
    max.submit(new Intent.Resolve(id, "A second time this would be refused"));
    max.awaitEmptyOutbox();
    assertThat(relay.answerWasLost()).isTrue();
    assertThat(max.ticket(id).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void aRefusedIntentSaysWhyAndHoldsNobodyUp() throws Exception {
    UUID id = ticketId(3);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    PendingIntent wrong = max.submit(new Intent.Reopen(id, "never was closed"));
    max.say(id, "goes on");
    max.say(ticketId(4), "elsewhere too");
    max.desk().setOffline(false);
    PendingIntent refused = max.awaitState(wrong.id(), State.REFUSED);
    assertThat(refused.why()).isEqualTo("Cannot reopen a ticket that is open");
    await().until(() -> max.desk().outbox().get().size() == 1);
    assertThat(backend.messages(id)).extracting(Message::body).contains("goes on");
    assertThat(backend.messages(ticketId(4))).extracting(Message::body).contains("elsewhere too");
    Console.await(max.desk().discard(wrong.id()));
    assertThat(max.desk().outbox().get()).isEmpty();
  }

  @Test
  void aReplyToAThreadThatMovedOnWaitsForOneLook() throws Exception {
    UUID id = ticketId(5);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    max.say(id, "Have you tried again?");
    max.say(id, "And again?");
    PendingIntent first = max.desk().outbox().get().getFirst();
    backend.coraSays(id, "It works now, thank you!");
    try (LiveTicket open = max.open(id)) {
      max.desk().setOffline(false);
      PendingIntent held = max.awaitState(first.id(), State.HELD);
      assertThat(held.why()).contains("moved on");
      assertThat(held.conflict()).isEqualTo(new Conflict.MovedOn(1));
      await()
          .untilAsserted(
              () ->
                  assertThat(open.state().get().conversation())
                      .extracting(Entry::delivery)
                      .contains(Delivery.HELD));
      assertThat(backend.messages(id)).extracting(Message::body).doesNotContain("And again?");
      Console.await(max.desk().toDraft(first.id()));
      assertThat(max.desk().drafts().of(id)).map(Draft::text).contains("Have you tried again?");
    }
    UUID second = max.desk().outbox().get().getFirst().id();
    max.awaitState(second, State.HELD);
    max.desk().retry(second);
    max.awaitEmptyOutbox();
    assertThat(backend.messages(id))
        .extracting(Message::body)
        .contains("And again?")
        .doesNotContain("Have you tried again?");
  }

  @Test
  void severalRepliesOfOnesOwnDoNotHoldEachOther() throws Exception {
    UUID id = ticketId(6);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    for (int i = 0; i < 5; i++) {
      max.say(id, "part " + i);
    }
    max.desk().setOffline(false);
    max.awaitEmptyOutbox();
    assertThat(backend.messages(id))
        .extracting(Message::body)
        .endsWith("part 0", "part 1", "part 2", "part 3", "part 4");
  }

  @Test
  void twoPeopleWhoChangeDifferentFieldsBothWinAndTheSameFieldAsksTheLater() throws Exception {
    UUID id = ticketId(7);
    try (Console ines = Console.live(folder.resolve("ines"), backend.address(), INES)) {
      max.desk().setOffline(true);
      max.awaitPhase(Phase.SWITCHED_OFF);
      max.submit(update(id, "{\"priority\":\"urgent\"}"));
      PendingIntent later = max.submit(update(id, "{\"subject\":\"Max's words\"}"));
      ines.submit(update(id, "{\"subject\":\"Ines' words\",\"tags\":[\"vip\"]}"));
      ines.awaitEmptyOutbox();
      max.desk().setOffline(false);
      PendingIntent refused = max.awaitState(later.id(), State.REFUSED);
      assertThat(refused.why()).contains("Ines' words", "Max's words");
      assertThat(refused.conflict())
          .isEqualTo(
              new Conflict.SameFields(
                  List.of(
                      new Conflict.Field(
                          "subject", "Question number 7", "Ines' words", "Max's words"))));
      await().until(() -> max.desk().outbox().get().size() == 1);
      await()
          .untilAsserted(() -> assertThat(ines.ticket(id).priority()).isEqualTo(Priority.URGENT));
      assertThat(ines.ticket(id).subject()).isEqualTo("Ines' words");
      assertThat(max.ticket(id).tags()).containsExactly("vip");
    }
  }

  @Test
  void whoeverIsSlowerIsToldTheStateAndKeepsTheWords() throws Exception {
    UUID id = ticketId(10);
    try (Console ines = Console.live(folder.resolve("ines"), backend.address(), INES)) {
      max.desk().setOffline(true);
      max.awaitPhase(Phase.SWITCHED_OFF);
      PendingIntent slower = max.submit(new Intent.Resolve(id, "I have reset it"));
      ines.submit(new Intent.Resolve(id, "Reset"));
      ines.awaitEmptyOutbox();
      max.desk().setOffline(false);
      max.awaitState(slower.id(), State.REFUSED);
      await()
          .untilAsserted(
              () ->
                  assertThat(max.desk().outbox().get().getFirst().conflict())
                      .isEqualTo(new Conflict.NotPossible(Status.RESOLVED)));
      Console.await(max.desk().toDraft(slower.id()));
      assertThat(max.desk().outbox().get()).isEmpty();
      assertThat(max.desk().drafts().of(id))
          .hasValueSatisfying(
              draft -> {
                assertThat(draft.text()).isEqualTo("I have reset it");
                assertThat(draft.internal()).isTrue();
              });
      assertThat(backend.tickets(MAX.email()).get(id).resolution()).isEqualTo("Reset");
    }
  }

  @Test
  void aStaleVersionAloneIsNoReasonToRefuse() throws Exception {
    UUID id = ticketId(8);
    try (Console ines = Console.live(folder.resolve("ines"), backend.address(), INES)) {
      for (int round = 0; round < 5; round++) {
        max.submit(update(id, "{\"priority\":\"" + (round % 2 == 0 ? "high" : "low") + "\"}"));
        ines.submit(update(id, "{\"tags\":[\"round-" + round + "\"]}"));
      }
      max.awaitEmptyOutbox();
      ines.awaitEmptyOutbox();
      await().untilAsserted(() -> assertThat(max.ticket(id).tags()).isEqualTo(List.of("round-4")));
      assertThat(max.ticket(id).priority()).isEqualTo(Priority.HIGH);
    }
  }

  @Test
  void draftsSurviveWhatOthersDoAndARestart() throws Exception {
    UUID id = ticketId(9);
    Draft draft = new Draft(id, "Dear Cora, I am just", 20, false, Clock.systemUTC().instant());
    Console.await(max.desk().drafts().save(draft));
    try (Console lea = Console.live(folder.resolve("lea"), backend.address(), LEA)) {
      lea.submit(new Intent.Assign(id, INES.id()));
      lea.awaitEmptyOutbox();
    }
    await().untilAsserted(() -> assertThat(max.tickets()).doesNotContainKey(id));
    assertThat(max.desk().drafts().of(id)).contains(draft);
    await()
        .untilAsserted(
            () ->
                assertThat(max.desk().notifications().get())
                    .filteredOn(notification -> notification.ticketId().equals(id))
                    .singleElement()
                    .satisfies(
                        told ->
                            assertThat(told.title() + told.text())
                                .contains("drafts")
                                .doesNotContain("Cora", "Question")));
    max.close();
    max = Console.resumed(folder.resolve("max"));
    assertThat(max.desk().drafts().all().get()).extracting(Draft::text).contains(draft.text());
  }

  @Test
  void wordsForATicketThatWentOutOfReachBecomeTheAgentsOwn() throws Exception {
    UUID id = ticketId(11);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    max.say(id, "I will call you");
    PendingIntent reply = max.desk().outbox().get().getFirst();
    try (Console lea = Console.live(folder.resolve("lea"), backend.address(), LEA)) {
      lea.submit(new Intent.Assign(id, INES.id()));
      lea.awaitEmptyOutbox();
    }
    max.desk().setOffline(false);
    PendingIntent refused = max.awaitState(reply.id(), State.RETURNED);
    assertThat(refused.conflict()).isEqualTo(new Conflict.OutOfReach());
    assertThat(max.desk().notifications().get()).anyMatch(told -> told.ticketId().equals(id));
    assertThat(max.desk().drafts().of(id)).map(Draft::text).contains("I will call you");
    max.close();
    max = Console.resumed(folder.resolve("max"));
    assertThat(max.awaitState(reply.id(), State.RETURNED).why()).isEqualTo(refused.why());
    Console.await(max.desk().discard(refused.id()));
    assertThat(max.desk().outbox().get()).isEmpty();
    assertThat(max.desk().drafts().of(id)).map(Draft::text).contains("I will call you");
    assertThat(backend.messages(id)).extracting(Message::body).doesNotContain("I will call you");
  }

  @Test
  void aRefusedReplyOverwritesNothingThatWasTypedSince() throws Exception {
    UUID id = ticketId(12);
    max.desk().setOffline(true);
    max.awaitPhase(Phase.SWITCHED_OFF);
    max.say(id, "First words");
    max.say(id, "Second words");
    Draft typed = new Draft(id, "Third", 5, false, Clock.systemUTC().instant());
    Console.await(max.desk().drafts().save(typed));
    List<UUID> replies = max.desk().outbox().get().stream().map(PendingIntent::id).toList();
    try (Console lea = Console.live(folder.resolve("lea"), backend.address(), LEA)) {
      lea.submit(new Intent.Assign(id, INES.id()));
      lea.awaitEmptyOutbox();
    }
    max.desk().setOffline(false);
    max.awaitState(replies.get(0), State.REFUSED);
    max.awaitState(replies.get(1), State.REFUSED);
    assertThat(max.desk().drafts().of(id)).contains(typed);
    Console.await(max.desk().drafts().save(new Draft(id, "", 0, false, Instant.EPOCH)));
    max.awaitState(replies.get(0), State.RETURNED);
    assertThat(max.desk().drafts().of(id)).map(Draft::text).contains("First words");
    Console.await(max.desk().toDraft(replies.get(1)));
    assertThat(max.desk().drafts().of(id)).map(Draft::text).contains("Second words\n\nFirst words");
    assertThat(max.desk().outbox().get())
        .extracting(PendingIntent::id)
        .containsOnly(replies.get(0));
  }

  private static Intent update(UUID id, String json) {
    return new Intent.Update(id, TicketPatch.read(Json.parse(json)));
  }
}
