package io.deskhand.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.deskhand.console.app.OpenTicketPane;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureFiles;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Theme;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pane as its user has it: conversation, composer, quick actions and history together. */
@ExtendWith(ApplicationExtension.class)
class TicketPaneTest {
  private final FixtureContext fixture = new FixtureContext();
  private OpenTicketPane pane;

  @Start
  void start(Stage stage) {
    Commands commands = new Commands();
    pane =
        new OpenTicketPane(
            fixture.at, commands, address -> {}, new FixtureFiles(), Runnable::run, Duration.ZERO);
    Scene scene = new Scene(new StackPane(pane.node()), 780, 900);
    new Theme().dress(scene);
    commands.install(scene);
    stage.setScene(scene);
    stage.show();
    pane.show(FixtureData.LIVELY);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(pane::close);
    assertThat(fixture.desk.openTickets()).isZero();
  }

  @Test
  void aReplyIsWrittenByKeysAndTheCustomerAnswers(FxRobot robot) {
    robot.push(KeyCode.R);
    robot.write("It is there");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(area(robot).getText()).isEmpty();
    assertThat(lastBody()).isEqualTo("It is there");
    robot.interact(() -> fixture.seconds(10));
    waitForFxEvents();
    assertThat(lastBody()).isNotEqualTo("It is there");
  }

  @Test
  void aNoteLooksDifferentAndStaysInside(FxRobot robot) {
    robot.push(KeyCode.N);
    assertThat(robot.lookup(".composer .send").queryButton().getText()).isEqualTo("Add note");
    robot.write("Ask payments");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(fixture.desk.outbox().get())
        .singleElement()
        .satisfies(pending -> assertThat(((Intent.Say) pending.intent()).internal()).isTrue());
  }

  @Test
  void singleLettersAreTextWhileSomebodyTypes(FxRobot robot) {
    robot.push(KeyCode.R);
    robot.write("ae");
    assertThat(area(robot).getText()).isEqualTo("ae");
    assertThat(robot.lookup(".sheet").tryQuery()).isEmpty();
  }

  @Test
  void assigningIsOneKeyAFewLettersAndEnter(FxRobot robot) {
    robot.push(KeyCode.A);
    robot.write("ines");
    robot.push(KeyCode.ENTER);
    assertThat(ticket().assignedToName()).isEqualTo("Ines Carvalho");
    assertThat(robot.lookup(".sheet").tryQuery()).isEmpty();
  }

  @Test
  void escalatingAsksForTheReason(FxRobot robot) {
    robot.push(KeyCode.E);
    robot.write("Money is missing");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(ticket().status()).isEqualTo(Status.ESCALATED);
    robot.clickOn("#tab-history");
    robot.interact(() -> fixture.seconds(1));
    waitForFxEvents();
    assertThat(robot.lookup(".history .details-text").queryAllAs(Label.class))
        .anyMatch(label -> label.getText().equals("Money is missing"));
  }

  @Test
  void escalatingToAPersonNeedsThePerson(FxRobot robot) {
    robot.push(KeyCode.E);
    robot.write("Money is missing");
    robot.clickOn("A person");
    assertThat(button(robot, ".sheet .dh-primary").isDisabled()).isTrue();
    robot.clickOn("Next tier");
    assertThat(button(robot, ".sheet .dh-primary").isDisabled()).isFalse();
  }

  @Test
  void aSheetGoesWithEscAndTheFocusIsBack(FxRobot robot) {
    robot.clickOn("#action-resolve");
    assertThat(robot.lookup(".sheet").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup(".sheet").tryQuery()).isEmpty();
    assertThat(focused(robot).getId()).isEqualTo("action-resolve");
  }

  @Test
  void whatTheStateForbidsIsDisabled(FxRobot robot) {
    assertThat(button(robot, "#action-close").isDisabled()).isTrue();
    assertThat(button(robot, "#action-resolve").isDisabled()).isFalse();
    robot.interact(() -> pane.show(fixture.desk.data().anyIn(Status.CLOSED)));
    assertThat(button(robot, "#action-reopen").isVisible()).isTrue();
    assertThat(button(robot, "#action-escalate").isDisabled()).isTrue();
  }

  @Test
  void aRefusalStandsInThePaneWithTheServersWords(FxRobot robot) {
    fixture.desk.refuseNext("Lea has closed it since");
    robot.push(KeyCode.A);
    robot.write("priya");
    robot.push(KeyCode.ENTER);
    robot.interact(() -> fixture.seconds(1));
    assertThat(robot.lookup(".trouble-strip .label").queryAllAs(Label.class))
        .anyMatch(label -> label.getText().equals("Lea has closed it since"));
    robot.clickOn("Dismiss");
    assertThat(robot.lookup(".trouble-strip").tryQuery()).isEmpty();
  }

  @Test
  void aRefusedMessageIsTheDraftAgainByItself(FxRobot robot) {
    fixture.desk.refuseNext("The ticket is closed");
    robot.push(KeyCode.R);
    robot.write("Too late");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    robot.interact(() -> fixture.seconds(1));
    assertThat(area(robot).getText()).isEqualTo("Too late");
    assertThat(robot.lookup("Your reply was not sent").tryQuery()).isPresent();
    robot.clickOn("Dismiss");
    assertThat(fixture.desk.outbox().get()).isEmpty();
    assertThat(area(robot).getText()).isEqualTo("Too late");
  }

  @Test
  void aRefusedMessageBesideADraftStaysOneClickAway(FxRobot robot) {
    fixture.desk.setDelay(Duration.ofSeconds(1));
    fixture.desk.refuseNext("The ticket is closed");
    robot.push(KeyCode.R);
    robot.write("Too late");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    robot.write("And then");
    robot.interact(() -> fixture.seconds(2));
    robot.clickOn("Edit as draft");
    assertThat(area(robot).getText()).isEqualTo("And then\n\nToo late");
    assertThat(fixture.desk.outbox().get()).isEmpty();
  }

  @Test
  void whatIsTypedIsThereAgainWhenTheTicketIs(FxRobot robot) {
    UUID other = fixture.desk.data().ticketId(5);
    robot.push(KeyCode.R);
    robot.write("Half a");
    robot.interact(() -> pane.show(other));
    assertThat(area(robot).getText()).isEmpty();
    robot.interact(() -> pane.show(FixtureData.LIVELY));
    assertThat(area(robot).getText()).isEqualTo("Half a");
    assertThat(area(robot).getCaretPosition()).isEqualTo(6);
    assertThat(fixture.desk.drafts().of(FixtureData.LIVELY).map(Drafts.Draft::text))
        .contains("Half a");
  }

  @Test
  void aTicketThatIsGoneSaysSoAndShowsWhatWasTyped(FxRobot robot) {
    robot.push(KeyCode.R);
    robot.write("Nearly done");
    robot.interact(() -> fixture.time.advance(Duration.ofMillis(400)));
    robot.interact(() -> fixture.desk.remove(FixtureData.LIVELY));
    assertThat(robot.lookup(".kept-words").queryAs(Label.class).getText()).isEqualTo("Nearly done");
  }

  @Test
  void noTicketShowsWhatWouldBeHere(FxRobot robot) {
    robot.interact(() -> pane.show(null));
    assertThat(robot.lookup("No ticket is open").queryAs(Label.class).isVisible()).isTrue();
  }

  @Test
  void theSubjectIsChangedInPlace(FxRobot robot) {
    robot.clickOn(".subject");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("Arrived");
    robot.push(KeyCode.ENTER);
    assertThat(ticket().subject()).isEqualTo("Arrived");
    assertThat(button(robot, ".subject").getText()).isEqualTo("Arrived");
  }

  @Test
  void whoElseIsHereIsShown(FxRobot robot) {
    robot.interact(() -> fixture.desk.setViewers(FixtureData.LIVELY, List.of(FixturePeople.INES)));
    assertThat(robot.lookup("Ines is also here").tryQuery()).isPresent();
  }

  private static TextArea area(FxRobot robot) {
    return robot.lookup(".composer .area").queryAs(TextArea.class);
  }

  private static Button button(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Button.class);
  }

  private static Node focused(FxRobot robot) {
    return robot.window(0).getScene().getFocusOwner();
  }

  /** The ticket as it is shown: confirmed with the outbox replayed over it. */
  private Ticket ticket() {
    try (var open = fixture.desk.open(FixtureData.LIVELY)) {
      return open.state().get().ticket();
    }
  }

  private String lastBody() {
    try (var open = fixture.desk.open(FixtureData.LIVELY)) {
      return open.state().get().conversation().getLast().message().body();
    }
  }
}
