package io.deskhand.console.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.console.fixture.FixtureAccounts;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDemo;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.fixture.RealTime;
import io.deskhand.console.ui.RowList;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The console as its user has it: signing in, the queue, bulk work, offline and back. */
@ExtendWith(ApplicationExtension.class)
class ConsoleFlowTest {
  private final RealTime time = new RealTime();
  private final FixtureDesk desk =
      new FixtureDesk(time, FixtureData.standard(), FixturePeople.leading(FixturePeople.MAX));
  private final AtomicReference<Throwable> stray = new AtomicReference<>();
  @TempDir private Path profile;
  private Stage stage;

  @Start
  void start(Stage first) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> stray.set(problem));
    desk.setDelay(Duration.ofMillis(50));
    FixtureAccounts accounts = new FixtureAccounts(agent -> desk);
    stage = first;
    Console console =
        new Console(
            new ConsoleOptions(
                profile,
                () -> accounts,
                FixtureAccounts.SERVER,
                "max@demo.desk",
                FixtureDemo.ready(),
                false,
                Clock.systemUTC()),
            stage,
            () -> {});
    console.show();
    stage.setWidth(980);
    stage.setHeight(900);
  }

  @AfterEach
  void nothingWentAstray() {
    time.close();
    assertThat(stray.get()).isNull();
  }

  @Test
  void aWrongPasswordIsSaidAndTheRightOneOpensTheDesk(FxRobot robot) {
    type(robot, "#password", "wrong");
    robot.push(KeyCode.ENTER);
    await("the failure").until(() -> shown("#failureBox"));
    assertThat(words("#failureCode")).isEqualTo("DH-WRONG-CREDENTIALS");

    signIn(robot);

    assertThat(words("#word")).isEqualTo("Live");
  }

  @Test
  void theDemoAsksAsWhom(FxRobot robot) {
    awaitNode("#demo");
    fire(robot, "#demo");
    await("the people").until(() -> shown("#people"));
    robot.push(KeyCode.ENTER);

    awaitNode("#viewTitle");
  }

  @Test
  void theQueueIsWorkedByKeyboard(FxRobot robot) {
    signIn(robot);
    robot.type(KeyCode.J).type(KeyCode.J);
    robot.type(KeyCode.X).type(KeyCode.J).type(KeyCode.X);
    await("two are selected").until(() -> words("#total").startsWith("2 of"));

    robot.push(KeyCode.ESCAPE);
    await("none is selected").until(() -> words("#total").endsWith("tickets"));
  }

  @Test
  void theMouseFindsWhatARowCanDo(FxRobot robot) {
    signIn(robot);
    // Whatever the mouse has passed on its way has its controls too.
    Node row = robot.lookup(".ticket-row").query();
    robot.moveTo(row);
    await("take and resolve").until(() -> onFx(() -> row.lookupAll(".row-action").size() == 2));

    robot.clickOn(row.lookup(".check-box"));
    await("it is selected").until(() -> words("#total").startsWith("1 of"));
    assertThat(row.getAccessibleText()).startsWith("Selected, ");
  }

  @Test
  void singleLettersAreTextWhileTextIsEdited(FxRobot robot) {
    signIn(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("jx");

    assertThat(((TextInputControl) node("#search")).getText()).isEqualTo("jx");
    assertThat(words("#total")).doesNotContain("selected");
  }

  @Test
  void searchingNarrowsTheListAndShowsChips(FxRobot robot) {
    signIn(robot);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("status:pending ");

    await("a chip").until(() -> !robot.lookup(".filter-chip").queryAll().isEmpty());
    assertThat(robot.lookup(".filter-chip").queryLabeled().getText()).isEqualTo("Status: pending");
  }

  @Test
  void manyAreResolvedAtOnceAndUndone(FxRobot robot) {
    signIn(robot);
    robot.push(KeyCode.HOME);
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    }
    await("the bar").until(() -> shown("#bar"));
    robot.interact(() -> ((javafx.scene.control.Button) verbs().get(2)).fire());
    robot.write("Fixed");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    await("the result").atMost(10, SECONDS).until(() -> jobText().contains("5 done"));
  }

  @Test
  void aKeyMeansTheSelectionWhereThereIsOne(FxRobot robot) {
    signIn(robot);
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    await("the bar").until(() -> shown("#bar"));
    robot.type(KeyCode.E);

    await("the bulk form").until(() -> shown("#panel"));
    assertThat(words("#panelTitle")).isEqualTo("Escalate the selected tickets");
  }

  @Test
  void offlineEverythingGoesOnAndIsDeliveredWhenTheNetworkIsBack(FxRobot robot) {
    signIn(robot);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    await("the banner").until(() -> words("#word").startsWith("Offline"));
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.interact(() -> ((javafx.scene.control.Button) verbs().get(0)).fire());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    await("it waits").until(() -> words("#outbox").equals("1 in the outbox"));

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);

    await("it is delivered").until(() -> words("#outbox").equals("Outbox empty"));
    assertThat(words("#word")).isEqualTo("Live");
  }

  @Test
  void theThemeChangesAtOnce(FxRobot robot) {
    signIn(robot);
    RowList<?> list = (RowList<?>) stage.getScene().lookup(".row-list");
    var before = list.getBackground().getFills().getFirst().getFill();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);

    await("another ground")
        .until(() -> !list.getBackground().getFills().getFirst().getFill().equals(before));
  }

  private void signIn(FxRobot robot) {
    type(robot, "#password", "demo");
    robot.push(KeyCode.ENTER);
    awaitNode("#viewTitle");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(FxRobot robot, String id, String text) {
    awaitNode(id);
    robot.interact(
        () -> {
          TextInputControl field = (TextInputControl) node(id);
          field.requestFocus();
          field.setText(text);
        });
  }

  private void fire(FxRobot robot, String id) {
    robot.interact(() -> ((javafx.scene.control.ButtonBase) node(id)).fire());
  }

  private java.util.List<Node> verbs() {
    return ((javafx.scene.Parent) node("#verbs")).getChildrenUnmodifiable();
  }

  private String jobText() {
    return onFx(
        () -> {
          StringBuilder text = new StringBuilder();
          node("#jobs").lookupAll(".label").stream()
              .filter(Label.class::isInstance)
              .forEach(label -> text.append(((Label) label).getText()).append(' '));
          return text.toString();
        });
  }

  private void awaitNode(String id) {
    await(id).atMost(10, SECONDS).until(() -> onFx(() -> node(id) != null));
  }

  private boolean shown(String id) {
    return onFx(() -> node(id) != null && node(id).isVisible());
  }

  private String words(String id) {
    return onFx(() -> ((Labeled) node(id)).getText());
  }

  private Node node(String id) {
    return stage.getScene().lookup(id);
  }

  private static <T> T onFx(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, action);
  }
}
