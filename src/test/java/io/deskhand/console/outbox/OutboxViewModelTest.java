package io.deskhand.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.model.Status;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxViewModelTest {
  private final FixtureContext context = new FixtureContext();
  private final OutboxViewModel model =
      new OutboxViewModel(
          context.desk,
          Runnable::run,
          new Outcomes(Runnable::run, context.dialogs),
          id -> Optional.empty());

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void whatIsWrittenOfflineWaitsAndIsGoneOnceItHasArrived() {
    context.desk.setOffline(true);
    say("I will look into it");

    assertThat(entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("reply");
              assertThat(entry.detail()).isEqualTo("I will look into it");
              assertThat(entry.needsLook()).isFalse();
            });
    context.desk.setOffline(false);
    context.seconds(2);
    assertThat(entries()).isEmpty();
  }

  @Test
  void whatWasRefusedComesFirstAndSaysWhy() {
    context.desk.setOffline(true);
    say("Waits for the network");
    context.desk.setOffline(false);
    context.desk.refuseNext("You no longer see this ticket");
    context.seconds(2);
    context.desk.setOffline(true);
    say("Waits too");

    OutboxEntry refused = entries().getFirst();

    assertThat(entries()).hasSize(2);
    assertThat(refused.needsLook()).isTrue();
    assertThat(refused.refused()).isTrue();
    assertThat(refused.story()).startsWith("You no longer see this ticket. ");
  }

  @Test
  void refusedWordsThatAreADraftAlreadySaySo() {
    context.desk.refuseNext("Closed meanwhile");
    say("An hour of work");
    context.seconds(2);

    OutboxEntry returned = entries().getFirst();

    assertThat(returned.story())
        .isEqualTo("Closed meanwhile. What you had written is a draft again.");
    assertThat(returned.refused()).isTrue();
    assertThat(returned.hasWords()).isFalse();
    assertThat(returned.detail()).isEqualTo("An hour of work");
    model.discard(returned);
    assertThat(context.desk.drafts().of(FixtureData.LIVELY)).isPresent();
  }

  @Test
  void whatKeepsAChangeIsSaidInWordsOfTheDesk() {
    context.desk.keepNext(State.REFUSED, new Conflict.NotPossible(Status.RESOLVED));
    context.desk.submit(new Intent.Escalate(FixtureData.LIVELY, "Too hard", null, null, 3));
    context.seconds(2);
    context.desk.keepNext(State.REFUSED, new Conflict.OutOfReach());
    context.desk.submit(new Intent.Close(FixtureData.LIVELY));
    context.seconds(2);
    context.desk.keepNext(State.HELD, new Conflict.MovedOn(2));
    say("As I said");
    context.seconds(2);

    assertThat(entries().get(0).story()).isEqualTo("The ticket is Resolved by now.");
    assertThat(entries().get(1).story()).contains("outside of your reach").doesNotContain("_");
    assertThat(entries().get(1).subject()).isEqualTo("A ticket that you do not see any more");
    assertThat(entries().get(1).open()).isFalse();
    assertThat(entries().get(2).story()).startsWith("The conversation moved on");
    context.desk.setOffline(true);
    say("Waits");
    assertThat(model.summary(entries())).isEqualTo("1 waits for the server · 3 need a look");
  }

  @Test
  void refusedWordsBecomeADraftAgain() {
    context
        .desk
        .drafts()
        .save(new Drafts.Draft(FixtureData.LIVELY, "Else", 0, false, Instant.EPOCH));
    context.desk.refuseNext("Closed meanwhile");
    say("An hour of work");
    context.seconds(2);

    model.toDraft(entries().getFirst());

    assertThat(entries()).isEmpty();
    assertThat(context.desk.drafts().of(FixtureData.LIVELY))
        .hasValueSatisfying(draft -> assertThat(draft.text()).contains("An hour of work"));
  }

  private void say(String words) {
    context.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), words, false));
  }

  private List<OutboxEntry> entries() {
    return model.entries().getValue();
  }
}
