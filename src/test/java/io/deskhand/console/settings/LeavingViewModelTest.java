package io.deskhand.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeavingViewModelTest {
  private final FixtureContext context = new FixtureContext();
  private int left;
  private final LeavingViewModel model =
      new LeavingViewModel(
          context.desk, new Outcomes(Runnable::run, context.dialogs), () -> left++);

  @Test
  void signingOutEverywhereAsksOnceAndCountsWhatWouldBeLost() {
    context
        .desk
        .drafts()
        .save(
            new Drafts.Draft(FixtureData.LIVELY, "Unsent", 0, false, context.at.clock().instant()));
    assertThat(model.unsent()).isZero();
    assertThat(model.unsentWords()).isEqualTo(1);
    model.signOutEverywhere();
    assertThat(model.confirmingProperty().get()).isTrue();
    model.refresh();
    model.signOutEverywhere();
    assertThat(left).isZero();
    model.signOutEverywhere();
    assertThat(left).isEqualTo(1);
  }

  @Test
  void whatWasRefusedIsNotPromisedToBeSentAndCountsOnce() {
    context.desk.refuseNext("The ticket was closed");
    say("Returned");
    context.seconds(1);
    context.desk.setOffline(true);
    say("Waits");
    assertThat(context.desk.outbox().get()).hasSize(2);
    assertThat(model.unsent()).isEqualTo(1);
    assertThat(model.unsentWords()).isEqualTo(2);
  }

  private void say(String words) {
    context.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), words, false));
  }

  @Test
  void plainlySigningOutDoesNotAsk() {
    model.signOut();
    assertThat(left).isEqualTo(1);
  }
}
