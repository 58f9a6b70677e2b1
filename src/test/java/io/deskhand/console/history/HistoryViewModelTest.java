package io.deskhand.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.sync.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryViewModelTest {
  private final FixtureContext fixture = new FixtureContext();
  private final HistoryViewModel model =
      new HistoryViewModel(
          fixture.at, Runnable::run, new When(fixture.time), Texts.of(HistoryViewModel.class));

  @BeforeEach
  void open() {
    model.show(fixture.desk.open(FixtureData.LIVELY));
  }

  @Test
  void eachStepAppearsOnceItIsConfirmed() {
    fixture.desk.submit(new Intent.Assign(FixtureData.LIVELY, FixturePeople.INES.id()));
    int before = events().size();
    fixture.seconds(1);
    assertThat(events()).hasSize(before + 1);
    HistoryRow.Event newest = events().getFirst();
    assertThat(newest.who()).isEqualTo("Max Reuter");
    assertThat(newest.what()).isEqualTo("assigned the ticket");
    assertThat(newest.changes())
        .containsExactly(new HistoryRow.Change("Assignee", "Max Reuter", "Ines Carvalho"));
    assertThat(newest.ago()).isEqualTo("now");
  }

  @Test
  void messagesAreFoldedAwayUntilTheyAreWished() {
    assertThat(events()).noneMatch(event -> event.kind() == Kind.MESSAGES);
    model.messagesProperty().set(true);
    assertThat(events()).anyMatch(event -> event.kind() == Kind.MESSAGES);
  }

  @Test
  void aFilterLeavesOneKind() {
    model.onlyProperty().set(Kind.PEOPLE);
    assertThat(events()).isNotEmpty().allMatch(event -> event.kind() == Kind.PEOPLE);
    model.onlyProperty().set(Kind.MESSAGES);
    assertThat(events()).isNotEmpty().allMatch(event -> event.kind() == Kind.MESSAGES);
  }

  @Test
  void daysStandAboveWhatHappenedInThem() {
    model.messagesProperty().set(true);
    List<HistoryRow> rows = model.rowsProperty().get();
    assertThat(rows.getFirst()).isEqualTo(new HistoryRow.Day("Today"));
    assertThat(rows).contains(new HistoryRow.Day("Yesterday"));
  }

  @Test
  void theTextIsOldestFirst() {
    assertThat(model.asText().lines().findFirst().orElseThrow())
        .endsWith("Cora Lindqvist created the ticket");
    assertThat(model.asText()).contains("Status: Open → In progress");
  }

  @Test
  void theWholeHistoryIsWrittenToAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("history.csv");
    model.export(file, HistoryExport.Format.CSV);
    assertThat(Files.readAllLines(file))
        .hasSizeGreaterThan(20)
        .first()
        .isEqualTo("timestamp,action,performed_by,details,field,from,to");
    assertThat(fixture.dialogs.notices()).containsExactly("history.csv is written");
    assertThat(model.fileName(HistoryExport.Format.JSON)).isEqualTo("TKT-2026-004312-history.json");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldOf(@TempDir Path folder) {
    model.export(folder.resolve("not/there.csv"), HistoryExport.Format.CSV);
    assertThat(fixture.dialogs.failures()).extracting("code").containsExactly("DH-EXPORT");
  }

  @Test
  void aTableIsSafeToOpenInASpreadsheet() {
    HistoryEntry entry =
        new HistoryEntry(
            new UUID(0, 1),
            FixtureData.LIVELY,
            HistoryAction.TICKET_UPDATED,
            null,
            "Max, \"the first\"",
            "=HYPERLINK(1)",
            List.of(new FieldChange("subject", "-1", null)),
            FixtureData.NOW);
    assertThat(HistoryExport.csv(List.of(entry)).lines().skip(1))
        .containsExactly(
            "2026-11-20T14:02:31Z,ticket_updated,\"Max, \"\"the"
                + " first\"\"\",'=HYPERLINK(1),subject,'-1,");
    assertThat(HistoryExport.json(List.of(entry))).contains("\"action\" : \"ticket_updated\"");
  }

  @ParameterizedTest
  @EnumSource(HistoryAction.class)
  void everyActionHasWordsAnIconAndAKind(HistoryAction action) {
    HistoryWords words = new HistoryWords(Texts.of(HistoryWords.class));
    HistoryEntry entry =
        new HistoryEntry(
            new UUID(0, 1),
            FixtureData.LIVELY,
            action,
            null,
            "Max",
            null,
            List.of(),
            FixtureData.NOW);
    assertThat(words.line(entry)).startsWith("Max ").hasSizeGreaterThan(8);
    assertThat(words.icon(action)).startsWith("fth-");
    assertThat(Kind.of(action)).isNotNull();
  }

  private List<HistoryRow.Event> events() {
    return model.rowsProperty().get().stream()
        .filter(HistoryRow.Event.class::isInstance)
        .map(HistoryRow.Event.class::cast)
        .toList();
  }
}
