package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.KEYCHAIN;
import static io.deskhand.sync.cache.CacheFixtures.NOW;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Status;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Drafts.Draft;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxStoreTest {
  private static final UUID TICKET = new UUID(3, 3);
  @TempDir Path folder;

  @Test
  void everyKindOfIntentComesBackAsItWas() {
    List<Intent> intents =
        List.of(
            new Intent.Create(TICKET, created()),
            new Intent.Update(
                TICKET, TicketPatch.read(Json.parse("{\"description\":null,\"tags\":[\"a\"]}"))),
            new Intent.SetStatus(TICKET, Status.PENDING),
            new Intent.Assign(TICKET, null),
            new Intent.Escalate(TICKET, "too hard", null, null, 3),
            new Intent.Resolve(TICKET, "Restarted"),
            new Intent.Close(TICKET),
            new Intent.Reopen(TICKET, "not solved"),
            new Intent.Say(TICKET, new UUID(4, 4), "Grüße 👋", true),
            new Intent.Bulk(Job.Kind.RESOLVE, bulk()),
            new Intent.SetMyStatus(AgentStatus.AWAY));
    try (Profile profile = open()) {
      OutboxStore outbox = profile.outbox(OWNER);
      for (Intent intent : intents) {
        outbox.accept(stored(outbox.lastNumber() + 1, intent));
      }
    }
    try (Profile profile = open()) {
      assertThat(profile.outbox(OWNER).all(unreadable -> {}))
          .extracting(StoredIntent::intent)
          .containsExactlyElementsOf(intents);
      assertThat(profile.outbox("somebody else").all(unreadable -> {})).isEmpty();
    }
  }

  @Test
  void stateBaseAndAnswerComeBack() {
    IntentBase base =
        new IntentBase(4, Map.of("priority", TextNode.valueOf("low")), Map.of(), 12, 1);
    StoredIntent applied =
        say(1, "a")
            .rebased(base)
            .sending()
            .answered(State.APPLIED, new StoredIntent.Outcome(5L, null, new UUID(1, 2)));
    StoredIntent refused = say(2, "b").in(State.REFUSED, "no: " + "x".repeat(5_000));
    StoredIntent sending = say(3, "c").sending();
    try (Profile profile = open()) {
      OutboxStore outbox = profile.outbox(OWNER);
      List.of(applied, refused, sending).forEach(outbox::accept);
      List.of(applied, refused, sending).forEach(outbox::update);
    }
    try (Profile profile = open()) {
      List<StoredIntent> all = profile.outbox(OWNER).all(unreadable -> {});
      assertThat(all.getFirst()).isEqualTo(applied);
      assertThat(all.get(1).why()).startsWith("no: x").hasSize(4_000);
      assertThat(all.get(2).state()).as("nobody knows if it arrived").isEqualTo(State.QUEUED);
      profile.outbox(OWNER).remove(applied.id());
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).hasSize(2);
    }
  }

  @Test
  void anIntentThatCannotBeReadIsToldAndHoldsUpNoOther() {
    List<String> unreadable = new ArrayList<>();
    StoredIntent poison = say(1, "from a later version");
    StoredIntent good = say(2, "readable");
    try (Profile profile = open()) {
      OutboxStore outbox = profile.outbox(OWNER);
      outbox.accept(poison);
      outbox.accept(good);
      profile
          .outboxFile()
          .run(
              handle ->
                  handle.execute("UPDATE intents SET verb = 'teleport' WHERE id = ?", poison.id()));
      assertThat(outbox.all(unreadable::add)).containsExactly(good);
      assertThat(unreadable).singleElement().asString().contains(poison.id().toString());
    }
  }

  @Test
  void draftsAndSessionComeBack() {
    Draft draft = new Draft(TICKET, "Dear Cora,", 5, false, NOW);
    try (Profile profile = open()) {
      profile.drafts(OWNER).save(draft);
      profile.drafts(OWNER).save(new Draft(new UUID(8, 8), "x", 1, true, NOW));
      profile.drafts(OWNER).save(new Draft(new UUID(8, 8), "", 0, true, NOW));
    }
    try (Profile profile = open()) {
      assertThat(profile.drafts(OWNER).all()).containsExactly(draft);
      assertThat(profile.drafts("somebody else").all()).isEmpty();
    }
  }

  @Test
  void aRefusedMessageAndTheDraftThatItBecomesAreThereTogetherOrNotAtAll() {
    StoredIntent reply = say(1, "I will call you");
    Draft draft = new Draft(TICKET, "I will call you", 15, false, NOW);
    StoredIntent returned = reply.in(State.RETURNED, "not yours any more");
    try (Profile profile = open()) {
      profile.outbox(OWNER).accept(reply);
      profile
          .outboxFile()
          .run(handle -> handle.execute("ALTER TABLE intents ADD CHECK (why IS NULL)"));
      assertThatThrownBy(() -> profile.drafts(OWNER).save(draft, List.of(returned)));
      assertThat(profile.drafts(OWNER).all()).isEmpty();
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).containsExactly(reply);
      StoredIntent silent = reply.in(State.RETURNED, null);
      profile.drafts(OWNER).save(draft, List.of(silent));
      assertThat(profile.drafts(OWNER).all()).containsExactly(draft);
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).containsExactly(silent);
    }
  }

  private Profile open() {
    return Profile.open(folder, KEYCHAIN, CLOCK, incident -> {});
  }

  private static StoredIntent stored(long number, Intent intent) {
    return new StoredIntent(
        UUID.randomUUID(), number, intent, IntentBase.NOTHING, State.QUEUED, null, 0, NOW, null);
  }

  private static CreateTicket created() {
    return new CreateTicket(
        null,
        "New",
        null,
        null,
        null,
        null,
        null,
        "Cora",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("t"),
        null);
  }

  private static BulkRequest bulk() {
    return new BulkRequest(
        List.of(TICKET), null, null, null, "Done", null, null, null, null, null, null);
  }
}
