package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CommandsTest {
  private final Commands commands = new Commands();
  private final List<String> done = new ArrayList<>();
  private final StringProperty refusal = new SimpleStringProperty("");
  private TextField field;
  private Button button;

  @Start
  void start(Stage stage) {
    field = new TextField();
    button = new Button("Focus me");
    Scene scene = new Scene(new VBox(button, field));
    commands.install(scene);
    commands.add(List.of(command("first", "A"), command("palette", "Ctrl+K")));
    commands.add(List.of(always("second", "A")));
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aKeyRunsTheFirstCommandThatIsAllowed(FxRobot robot) {
    robot.interact(button::requestFocus);
    robot.type(KeyCode.A);
    robot.interact(() -> refusal.set("Select a ticket first"));
    robot.type(KeyCode.A);

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void singleLettersNeverActWhileTextIsEdited(FxRobot robot) {
    robot.interact(field::requestFocus);
    robot.type(KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.K);

    assertThat(done).containsExactly("palette");
    assertThat(field.getText()).isEqualTo("a");
  }

  @Test
  void whatIsTakenAwayDoesNothing() {
    commands.add(List.of(always("third", "B"))).close();

    assertThat(commands.run("third")).isFalse();
    assertThat(commands.run("second")).isTrue();
  }

  private Command command(String id, String key) {
    return new Command(
        id, id, "Test", "fth-x", List.of(Shortcut.of(key)), refusal, () -> done.add(id));
  }

  private Command always(String id, String key) {
    return Command.always(id, id, "Test", "fth-x", List.of(Shortcut.of(key)), () -> done.add(id));
  }
}
