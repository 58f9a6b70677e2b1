package io.deskhand.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.ui.Texts;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.SyncException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private static final Duration JOURNALLED = Duration.ofMillis(301);
  private final FixtureContext fixture = new FixtureContext();
  private final LiveTicket lively = fixture.desk.open(FixtureData.LIVELY);
  private final LiveTicket other = fixture.desk.open(fixture.desk.data().ticketId(1));
  private final ComposerViewModel composer = composer(Duration.ofSeconds(10));

  @Test
  void whatIsTypedIsADraftOnDiskSoon() {
    composer.show(lively);
    composer.textProperty().set("Hello Co");
    composer.setCaret(8);
    assertThat(draftOf(lively)).isEmpty();
    fixture.time.advance(JOURNALLED);
    assertThat(draftOf(lively)).isEqualTo("Hello Co");
    assertThat(fixture.desk.drafts().of(lively.ticketId()).orElseThrow().caret()).isEqualTo(8);
  }

  @Test
  void leavingTheFieldJournalsAtOnce() {
    composer.show(lively);
    composer.textProperty().set("Hello");
    composer.leave();
    assertThat(draftOf(lively)).isEqualTo("Hello");
  }

  @Test
  void leavingWithoutAWordSavesNothing() {
    composer.show(lively);
    composer.textProperty().set("Hello");
    composer.leave();
    var saved = fixture.desk.drafts().of(lively.ticketId());
    fixture.seconds(5);
    composer.leave();
    composer.close();
    assertThat(fixture.desk.drafts().of(lively.ticketId())).isEqualTo(saved);
  }

  @Test
  void aDraftNeverGoesWithTheAgentToAnotherTicket() {
    composer.show(lively);
    composer.textProperty().set("For Cora only");
    composer.show(other);
    assertThat(composer.textProperty().get()).isEmpty();
    fixture.seconds(1);
    assertThat(draftOf(other)).isEmpty();
    assertThat(draftOf(lively)).isEqualTo("For Cora only");
  }

  @Test
  void aDraftComesBackWithItsCaretAndAsTheNoteThatItWas() {
    composer.show(lively);
    composer.internalProperty().set(true);
    composer.textProperty().set("Ask payments");
    composer.setCaret(3);
    composer.show(other);
    composer.show(lively);
    assertThat(composer.textProperty().get()).isEqualTo("Ask payments");
    assertThat(composer.restoredCaret()).isEqualTo(3);
    assertThat(composer.internalProperty().get()).isTrue();
  }

  @Test
  void aReplyIsOnDiskAsADraftUntilItsSecondsAreOver() {
    composer.show(lively);
    composer.textProperty().set("It has arrived");
    composer.send();
    assertThat(composer.textProperty().get()).isEmpty();
    assertThat(composer.secondsLeftProperty().get()).isEqualTo(10);
    fixture.seconds(9);
    assertThat(composer.secondsLeftProperty().get()).isEqualTo(1);
    assertThat(said()).isEmpty();
    assertThat(draftOf(lively)).isEqualTo("It has arrived");
    fixture.time.advance(Duration.ofMillis(1_001));
    assertThat(said()).containsExactly("It has arrived");
    assertThat(draftOf(lively)).isEmpty();
    assertThat(composer.secondsLeftProperty().get()).isZero();
  }

  @Test
  void aReplyCanBeTakenBackBeforeWhatWasTypedSince() {
    composer.show(lively);
    composer.textProperty().set("First");
    composer.send();
    composer.textProperty().set("Second");
    composer.undo();
    assertThat(composer.textProperty().get()).isEqualTo("First\n\nSecond");
    fixture.seconds(20);
    assertThat(said()).isEmpty();
  }

  @Test
  void sendingAgainSendsAtOnce() {
    composer.show(lively);
    composer.textProperty().set("Now");
    composer.send();
    composer.send();
    assertThat(said()).containsExactly("Now");
  }

  @Test
  void aSecondReplySendsTheFirstAndWaitsItself() {
    composer.show(lively);
    composer.textProperty().set("One");
    composer.send();
    composer.textProperty().set("Two");
    composer.send();
    assertThat(said()).containsExactly("One");
    assertThat(draftOf(lively)).isEqualTo("Two");
  }

  @Test
  void aRefusedReplyIsWhatIsBeingWrittenAgain() {
    composer.show(lively);
    refuse("Has it arrived?");
    assertThat(composer.textProperty().get()).isEqualTo("Has it arrived?");
    assertThat(draftOf(lively)).isEqualTo("Has it arrived?");
    composer.show(other);
    assertThat(composer.textProperty().get()).isEmpty();
    composer.show(lively);
    assertThat(composer.textProperty().get()).isEqualTo("Has it arrived?");
  }

  @Test
  void aRefusedReplyComesAfterWhatWasTypedThatMoment() {
    composer.show(lively);
    say("Has it arrived?");
    composer.textProperty().set("One more thing");
    fixture.time.advance(fixture.desk.delay());
    assertThat(composer.textProperty().get()).isEqualTo("One more thing\n\nHas it arrived?");
    fixture.seconds(1);
    assertThat(draftOf(lively)).isEqualTo("One more thing\n\nHas it arrived?");
  }

  @Test
  void aRefusedReplyLeavesADraftAsItIs() {
    composer.show(lively);
    composer.textProperty().set("One more thing");
    fixture.seconds(1);
    refuse("Has it arrived?");
    assertThat(composer.textProperty().get()).isEqualTo("One more thing");
    assertThat(fixture.desk.outbox().get())
        .singleElement()
        .satisfies(it -> assertThat(it.state()).isEqualTo(PendingIntent.State.REFUSED));
    composer.send();
    composer.send();
    assertThat(composer.textProperty().get()).isEqualTo("Has it arrived?");
    fixture.seconds(20);
    assertThat(draftOf(lively)).isEqualTo("Has it arrived?");
    assertThat(said()).containsExactly("One more thing");
  }

  @Test
  void whatWasRefusedIsPutAwayOnceSomethingElseIsSent() {
    composer.show(lively);
    refuse("Has it arrived?");
    assertThat(fixture.desk.outbox().get()).hasSize(1);
    composer.send();
    fixture.seconds(20);
    assertThat(fixture.desk.outbox().get()).isEmpty();
    assertThat(draftOf(lively)).isEmpty();
  }

  @Test
  void aReplyIsSentThoughTheAgentHasGoneToAnotherTicket() {
    composer.show(lively);
    composer.textProperty().set("On its way");
    composer.send();
    composer.show(other);
    assertThat(composer.secondsLeftProperty().get()).isZero();
    composer.textProperty().set("Something else");
    fixture.time.advance(Duration.ofMillis(10_001));
    assertThat(said()).containsExactly("On its way");
    assertThat(draftOf(lively)).isEmpty();
    assertThat(draftOf(other)).isEqualTo("Something else");
  }

  @Test
  void closingInTheMiddleOfTheSecondsKeepsEverythingAsADraft() {
    composer.show(lively);
    composer.textProperty().set("Not sent yet");
    composer.send();
    composer.textProperty().set("and typed since");
    composer.close();
    fixture.seconds(30);
    assertThat(said()).isEmpty();
    assertThat(draftOf(lively)).isEqualTo("Not sent yet\n\nand typed since");
  }

  @Test
  void aNoteIsKeptAtOnce() {
    composer.show(lively);
    composer.internalProperty().set(true);
    composer.textProperty().set("Third contact");
    composer.send();
    assertThat(says()).singleElement().extracting(Intent.Say::internal).isEqualTo(true);
    assertThat(composer.internalProperty().get()).isFalse();
  }

  @Test
  void blankWordsAreNotSent() {
    composer.show(lively);
    composer.textProperty().set("  \n ");
    composer.send();
    fixture.seconds(20);
    assertThat(says()).isEmpty();
  }

  @Test
  void wordsThatCouldNotBeStoredComeBack() {
    ComposerViewModel direct = composer(Duration.ZERO);
    direct.show(lively);
    fixture.desk.failNext(new SyncException(SyncException.Reason.DISK_FULL, "No space left"));
    direct.textProperty().set("Precious");
    direct.send();
    assertThat(direct.textProperty().get()).isEqualTo("Precious");
    assertThat(draftOf(lively)).isEqualTo("Precious");
    assertThat(fixture.dialogs.failures()).extracting("code").containsExactly("DH-DISK-FULL");
  }

  @Test
  void theCustomerSeesTypingOfAReplyButNotOfANote() {
    composer.show(lively);
    composer.textProperty().set("H");
    assertThat(fixture.desk.typingSignals()).endsWith(true);
    composer.internalProperty().set(true);
    assertThat(fixture.desk.typingSignals()).endsWith(false);
    composer.textProperty().set("He is");
    assertThat(fixture.desk.typingSignals()).endsWith(false);
  }

  @Test
  void aSlashAndSomeLettersBringACannedReply() {
    composer.show(lively);
    composer.textProperty().set("/he");
    composer.setCaret(3);
    assertThat(composer.suggestions()).extracting(Canned::name).containsExactly("hello");
    composer.take(composer.suggestions().getFirst());
    assertThat(composer.textProperty().get()).startsWith("Hello Cora,").contains("I am Max");
    assertThat(composer.suggestions()).isEmpty();
  }

  private void refuse(String words) {
    say(words);
    fixture.time.advance(fixture.desk.delay());
  }

  private void say(String words) {
    fixture.desk.refuseNext("The ticket is closed");
    fixture.desk.submit(new Intent.Say(FixtureData.LIVELY, UUID.randomUUID(), words, false));
  }

  private ComposerViewModel composer(Duration undoAfter) {
    return new ComposerViewModel(fixture.at, undoAfter, Texts.of(ComposerViewModel.class));
  }

  private String draftOf(LiveTicket ticket) {
    return fixture.desk.drafts().of(ticket.ticketId()).map(Drafts.Draft::text).orElse("");
  }

  private List<Intent.Say> says() {
    return fixture.desk.outbox().get().stream()
        .map(PendingIntent::intent)
        .map(Intent.Say.class::cast)
        .toList();
  }

  private List<String> said() {
    UUID me = fixture.desk.me().id();
    return lively.state().get().conversation().stream()
        .map(io.deskhand.sync.TicketState.Entry::message)
        .filter(message -> me.equals(message.senderId()))
        .filter(message -> !message.createdAt().isBefore(FixtureData.NOW))
        .map(io.deskhand.model.Message::body)
        .toList();
  }
}
