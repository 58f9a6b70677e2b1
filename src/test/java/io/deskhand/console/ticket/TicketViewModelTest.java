package io.deskhand.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.ticket.TicketFace.Phase;
import io.deskhand.console.ui.Texts;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketViewModelTest {
  private final FixtureContext fixture = new FixtureContext();
  private final Texts texts = Texts.of(TicketViewModel.class);
  private final TicketViewModel model = new TicketViewModel(fixture.at, texts);
  private final TicketVerbs verbs = new TicketVerbs(model, fixture.at);

  @Test
  void anotherTicketClosesTheOneBefore() {
    model.show(FixtureData.LIVELY);
    model.show(fixture.desk.data().ticketId(3));
    assertThat(fixture.desk.openTickets()).isEqualTo(1);
    model.close();
    assertThat(fixture.desk.openTickets()).isZero();
    assertThat(model.faceProperty().get().phase()).isEqualTo(Phase.NONE);
  }

  @Test
  void aChangeShowsAtOnceAndIsMarkedUntilItIsConfirmed() {
    model.show(FixtureData.LIVELY);
    verbs.setPriority(Priority.URGENT);
    assertThat(ticket().priority()).isEqualTo(Priority.URGENT);
    assertThat(model.faceProperty().get().onTheirWay()).isEqualTo(1);
    fixture.seconds(1);
    assertThat(model.faceProperty().get().onTheirWay()).isZero();
    assertThat(ticket().priority()).isEqualTo(Priority.URGENT);
  }

  @Test
  void everyVerbDoesWhatItSays() {
    UUID id = fixture.desk.data().anyIn(Status.OPEN);
    model.show(id);
    verbs.take();
    assertThat(ticket().assignedTo()).isEqualTo(FixturePeople.MAX.id());
    assertThat(ticket().status()).isEqualTo(Status.IN_PROGRESS);
    verbs.setStatus(Status.PENDING);
    assertThat(ticket().status()).isEqualTo(Status.PENDING);
    verbs.resolve("Solved on the phone");
    assertThat(ticket().resolution()).isEqualTo("Solved on the phone");
    verbs.reopen("It came back");
    assertThat(ticket().status()).isEqualTo(Status.REOPENED);
    verbs.escalate("Fraud?", FixturePeople.OMAR.id(), null);
    assertThat(ticket().escalatedToName()).isEqualTo("Omar Haddad");
    fixture.seconds(2);
    assertThat(fixture.desk.outbox().get()).isEmpty();
  }

  @Test
  void theSubjectIsChangedOnlyToSomethingElse() {
    model.show(FixtureData.LIVELY);
    verbs.setSubject("  ");
    verbs.setSubject(ticket().subject());
    assertThat(fixture.desk.outbox().get()).isEmpty();
    verbs.setSubject(" Transfer has arrived ");
    assertThat(ticket().subject()).isEqualTo("Transfer has arrived");
  }

  @Test
  void tagsComeAndGo() {
    model.show(FixtureData.LIVELY);
    verbs.addTag("urgent");
    verbs.addTag("urgent");
    assertThat(ticket().tags()).containsExactly("sepa", "vip", "urgent");
    verbs.removeTag("sepa");
    assertThat(ticket().tags()).containsExactly("vip", "urgent");
  }

  @Test
  void aRefusedChangeSaysWhyAndCanBeTriedAgainOrPutAway() {
    model.show(FixtureData.LIVELY);
    fixture.desk.refuseNext("Lea has assigned it since");
    verbs.assign(FixturePeople.INES.id());
    fixture.seconds(1);
    Trouble trouble = model.faceProperty().get().troubles().getFirst();
    assertThat(trouble.what()).isEqualTo("The ticket was not assigned");
    assertThat(trouble.why()).isEqualTo("Lea has assigned it since");
    assertThat(ticket().assignedToName()).isEqualTo("Max Reuter");
    model.tryAgain(trouble);
    fixture.seconds(1);
    assertThat(model.faceProperty().get().troubles()).isEmpty();
    assertThat(ticket().assignedToName()).isEqualTo("Ines Carvalho");
  }

  @Test
  void aFieldThatTwoHaveSetShowsBothValuesAndAsksWhichStays() {
    model.show(FixtureData.LIVELY);
    keepPriority();
    Trouble trouble = onlyTrouble();
    assertThat(trouble.clashes())
        .containsExactly(new Trouble.Clash("Priority", "Low priority", "Urgent", null));
    assertThat(trouble.ways()).containsExactly(Trouble.Way.KEEP_THEIRS, Trouble.Way.APPLY_MINE);
    model.take(Trouble.Way.KEEP_THEIRS, trouble);
    assertThat(fixture.desk.outbox().get()).isEmpty();
    assertThat(ticket().priority()).isNotEqualTo(Priority.URGENT);
    keepPriority();
    model.take(Trouble.Way.APPLY_MINE, onlyTrouble());
    fixture.seconds(1);
    assertThat(model.faceProperty().get().troubles()).isEmpty();
    assertThat(ticket().priority()).isEqualTo(Priority.URGENT);
  }

  @Test
  void whoeverWasFasterIsSaidAndTheWordsCanBeKept() {
    List<String> drafts = new ArrayList<>();
    model.onDraft((words, note) -> drafts.add(words + note));
    model.show(FixtureData.LIVELY);
    fixture.desk.keepNext(State.REFUSED, new Conflict.NotPossible(Status.RESOLVED));
    verbs.resolve("The bank has booked it twice");
    fixture.seconds(1);
    Trouble trouble = onlyTrouble();
    assertThat(trouble.why()).contains("Resolved");
    assertThat(trouble.ways()).containsExactly(Trouble.Way.TO_DRAFT, Trouble.Way.DISMISS);
    model.take(Trouble.Way.TO_DRAFT, trouble);
    assertThat(drafts).containsExactly("The bank has booked it twicetrue");
    assertThat(fixture.desk.outbox().get()).isEmpty();
  }

  @Test
  void aReplyThatWasRefusedIsToldWhereItsWordsAre() {
    model.show(FixtureData.LIVELY);
    fixture.desk.refuseNext("The ticket was closed");
    model.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), "Still there?", false));
    fixture.seconds(1);
    Trouble trouble = onlyTrouble();
    assertThat(trouble.what()).isEqualTo("Your reply was not sent");
    assertThat(trouble.why())
        .isEqualTo("The ticket was closed. What you had written is your draft again.");
    model.take(trouble.ways().getFirst(), trouble);
    assertThat(fixture.desk.outbox().get()).isEmpty();
    assertThat(fixture.desk.drafts().of(FixtureData.LIVELY)).isPresent();
  }

  @Test
  void whatAClosedTicketForbidsCanBeDoneAfterReopeningIt() {
    model.show(FixtureData.LIVELY);
    verbs.resolve("Done");
    fixture.seconds(1);
    fixture.desk.keepNext(State.REFUSED, new Conflict.NotPossible(Status.RESOLVED));
    model.submit(
        new Intent.Escalate(FixtureData.LIVELY, "Fraud?", FixturePeople.OMAR.id(), null, null));
    fixture.seconds(1);
    Trouble trouble = onlyTrouble();
    assertThat(trouble.ways()).startsWith(Trouble.Way.REOPEN_FIRST);
    model.take(Trouble.Way.REOPEN_FIRST, trouble);
    fixture.seconds(1);
    assertThat(model.faceProperty().get().troubles()).isEmpty();
    assertThat(ticket().status()).isEqualTo(Status.ESCALATED);
  }

  @Test
  void othersWhoHaveItOpenAreNamedButNotOneself() {
    model.show(FixtureData.LIVELY);
    fixture.desk.setViewers(FixtureData.LIVELY, List.of(FixturePeople.INES));
    assertThat(model.faceProperty().get().others()).containsExactly("Ines Carvalho");
  }

  @Test
  void aTicketThatIsGoneKeepsWhatWasTyped() {
    model.show(FixtureData.LIVELY);
    fixture
        .desk
        .drafts()
        .save(new Drafts.Draft(FixtureData.LIVELY, "Half a thought", 4, false, Instant.EPOCH));
    fixture.desk.remove(FixtureData.LIVELY);
    assertThat(model.faceProperty().get().phase()).isEqualTo(Phase.GONE);
    assertThat(model.faceProperty().get().keptWords()).isEqualTo("Half a thought");
  }

  @Test
  void aTicketThatIsNotHereSaysSoOffline() {
    UUID unknown = UUID.randomUUID();
    fixture.desk.setLoading(unknown, TicketState.Loading.NOT_HERE_WHILE_OFFLINE);
    model.show(unknown);
    assertThat(model.faceProperty().get().phase()).isEqualTo(Phase.NOT_HERE);
  }

  @Test
  void whatTheStateForbidsSaysWhy() {
    assertThat(model.refusal(TicketAction.CLOSE)).isEqualTo("Open a ticket first");
    model.show(fixture.desk.data().anyIn(Status.CLOSED));
    assertThat(model.refusal(TicketAction.ESCALATE))
        .isEqualTo("You cannot escalate a ticket that is closed: reopen it first");
    assertThat(model.refusal(TicketAction.REOPEN)).isEmpty();
    model.show(FixtureData.LIVELY);
    assertThat(model.refusal(TicketAction.CLOSE))
        .isEqualTo("You cannot close a ticket that is in progress");
    assertThat(model.refusal(TicketAction.TAKE)).isEqualTo("This ticket is yours already");
  }

  @Test
  void whatIsDoneOfflineWaitsVisibly() {
    fixture.desk.setOffline(true);
    model.show(FixtureData.LIVELY);
    verbs.resolve("Arrived");
    fixture.seconds(60);
    assertThat(ticket().status()).isEqualTo(Status.RESOLVED);
    assertThat(model.faceProperty().get().onTheirWay()).isEqualTo(1);
    fixture.desk.setOffline(false);
    fixture.seconds(1);
    assertThat(model.faceProperty().get().onTheirWay()).isZero();
  }

  @ParameterizedTest
  @EnumSource(TicketAction.class)
  void everyActionHasWordsInEveryState(TicketAction action) {
    for (String prefix : List.of("action", "command", "verb")) {
      assertThat(texts.of(prefix, action)).isNotBlank();
    }
    for (Status status : Status.values()) {
      model.show(fixture.desk.data().anyIn(status));
      assertThat(model.refusal(action)).doesNotContain("{");
    }
  }

  private Ticket ticket() {
    return model.ticket();
  }

  private void keepPriority() {
    fixture.desk.keepNext(
        State.REFUSED,
        new Conflict.SameFields(
            List.of(new Conflict.Field("priority", "medium", "low", "urgent"))));
    verbs.setPriority(Priority.URGENT);
    fixture.seconds(1);
  }

  private Trouble onlyTrouble() {
    assertThat(model.faceProperty().get().troubles()).hasSize(1);
    return model.faceProperty().get().troubles().getFirst();
  }
}
