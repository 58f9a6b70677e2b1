package io.deskhand.console.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.ui.Texts;
import io.deskhand.protocol.Limits;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A message never goes without its files, and they never without it. */
class ComposerFilesTest {
  private final FixtureContext fixture = new FixtureContext();
  private final LiveTicket lively = fixture.desk.open(FixtureData.LIVELY);
  private final LiveTicket other = fixture.desk.open(fixture.desk.data().ticketId(1));
  private final ComposerViewModel composer = composer(Duration.ofSeconds(10));
  private final ComposerFiles files = composer.files();

  @Test
  void aFileIsPartOfTheDraftAsSoonAsItIsInTheProfile() {
    composer.show(lively);
    CompletableFuture<Void> disk = fixture.desk.attachments().pause();
    files.add("a.pdf", new byte[3]);
    assertThat(files.chips()).singleElement().matches(chip -> !chip.isReady());
    assertThat(composer.sendable().get()).isFalse();
    assertThat(draft(lively)).isEmpty();
    disk.complete(null);
    assertThat(files.chips()).singleElement().matches(FileChip::isReady);
    assertThat(draft(lively)).extracting(OutgoingFile::name).containsExactly("a.pdf");
    assertThat(composer.sendable().get()).as("files alone are a message").isTrue();
  }

  @Test
  void filesComeBackWithTheirDraftAndStayWithTheirTicket() {
    composer.show(lively);
    files.add("a.pdf", new byte[3]);
    composer.show(other);
    assertThat(files.chips()).isEmpty();
    composer.show(lively);
    assertThat(files.chips()).extracting(FileChip::name).containsExactly("a.pdf");
  }

  @Test
  void aFileThatIsReadyLateIsInTheDraftOfItsOwnTicket() {
    composer.show(lively);
    CompletableFuture<Void> disk = fixture.desk.attachments().pause();
    files.add("late.pdf", new byte[3]);
    composer.show(other);
    disk.complete(null);
    assertThat(files.chips()).isEmpty();
    assertThat(draft(other)).isEmpty();
    assertThat(draft(lively)).extracting(OutgoingFile::name).containsExactly("late.pdf");
  }

  @Test
  void aFileThatIsNotTakenSaysWhyAndHoldsTheMessageUntilItIsOut() {
    composer.show(lively);
    composer.textProperty().set("See there");
    fixture
        .desk
        .attachments()
        .failNext(new SyncException(SyncException.Reason.FILE_REFUSED, "larger than 25 MB"));
    files.add("film.mp4", new byte[3]);
    FileChip chip = files.chips().getFirst();
    assertThat(chip.why()).contains("larger than 25 MB");
    assertThat(composer.sendable().get()).isFalse();
    composer.send();
    fixture.seconds(20);
    assertThat(says()).isEmpty();
    files.remove(chip);
    assertThat(composer.sendable().get()).isTrue();
  }

  @Test
  void anEleventhFileIsTooMany() {
    composer.show(lively);
    for (int i = 0; i <= Limits.MESSAGE_FILES; i++) {
      files.add(i + ".txt", new byte[1]);
    }
    assertThat(files.chips().getLast().why()).contains("at most 10");
    assertThat(composer.sendable().get()).isFalse();
  }

  @Test
  void filesGoWithTheWordsWhenTheSecondsAreOverAndAreInTheDraftUntilThen() {
    composer.show(lively);
    files.add("a.pdf", new byte[3]);
    composer.textProperty().set("See there");
    composer.send();
    assertThat(files.chips()).isEmpty();
    assertThat(draft(lively)).extracting(OutgoingFile::name).containsExactly("a.pdf");
    files.add("next.pdf", new byte[3]);
    assertThat(draft(lively)).extracting(OutgoingFile::name).containsExactly("a.pdf", "next.pdf");
    fixture.time.advance(Duration.ofMillis(10_001));
    assertThat(says())
        .singleElement()
        .satisfies(
            say -> assertThat(say.files()).extracting(OutgoingFile::name).containsExactly("a.pdf"));
    assertThat(draft(lively)).extracting(OutgoingFile::name).containsExactly("next.pdf");
    assertThat(fixture.desk.attachments().dropped()).isEmpty();
  }

  @Test
  void takingAReplyBackBringsItsFilesBack() {
    composer.show(lively);
    files.add("a.pdf", new byte[3]);
    composer.send();
    composer.undo();
    assertThat(files.chips()).extracting(FileChip::name).containsExactly("a.pdf");
    assertThat(draft(lively)).hasSize(1);
    fixture.seconds(20);
    assertThat(says()).isEmpty();
  }

  @Test
  void whatIsSentAfterTheAgentHasLeftTakesItsFilesOutOfTheDraft() {
    composer.show(lively);
    files.add("a.pdf", new byte[3]);
    composer.send();
    composer.show(other);
    fixture.time.advance(Duration.ofMillis(10_001));
    assertThat(says()).hasSize(1);
    assertThat(draft(lively)).isEmpty();
  }

  @Test
  void filesThatCouldNotBeAcceptedComeBackWithTheWords() {
    ComposerViewModel direct = composer(Duration.ZERO);
    direct.show(lively);
    direct.files().add("a.pdf", new byte[3]);
    direct.textProperty().set("Precious");
    fixture.desk.failNext(new SyncException(SyncException.Reason.DISK_FULL, "No space left"));
    direct.send();
    assertThat(direct.textProperty().get()).isEqualTo("Precious");
    assertThat(direct.files().chips()).extracting(FileChip::name).containsExactly("a.pdf");
    assertThat(draft(lively)).hasSize(1);
  }

  @Test
  void aFileThatIsTakenOutIsForgotten() {
    composer.show(lively);
    files.add("a.pdf", new byte[3]);
    OutgoingFile file = draft(lively).getFirst();
    files.remove(files.chips().getFirst());
    assertThat(draft(lively)).isEmpty();
    assertThat(fixture.desk.attachments().dropped()).containsExactly(file.id());
  }

  private ComposerViewModel composer(Duration undoAfter) {
    return new ComposerViewModel(fixture.at, undoAfter, Texts.of(ComposerViewModel.class));
  }

  private List<OutgoingFile> draft(LiveTicket ticket) {
    return fixture.desk.drafts().of(ticket.ticketId()).map(Drafts.Draft::files).orElse(List.of());
  }

  private List<Intent.Say> says() {
    return fixture.desk.outbox().get().stream()
        .map(pending -> (Intent.Say) pending.intent())
        .toList();
  }
}
