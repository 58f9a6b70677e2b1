package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FloatingTest {
  private final AtomicInteger pressed = new AtomicInteger();
  private Button anchor;
  private Button neighbour;
  private Button inside;
  private Floating floating;

  @Start
  void start(Stage stage) {
    anchor = new Button("Outbox");
    neighbour = new Button("Drafts");
    inside = new Button("Inside");
    Region content = new StackPane(inside);
    content.setPrefSize(300, 200);
    floating = new Floating(() -> content);
    // Both lie in the panel's shadow.
    anchor.setOnAction(
        event -> {
          if (floating.isShowing()) {
            floating.hide();
          } else {
            floating.show(anchor);
          }
        });
    neighbour.setOnAction(event -> pressed.incrementAndGet());
    HBox bar = new HBox(8, anchor, neighbour);
    bar.setAlignment(Pos.BOTTOM_LEFT);
    Scene scene = new Scene(new StackPane(bar), 600, 400);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void whatLiesInItsShadowCanBeClicked(FxRobot robot) {
    robot.clickOn(anchor);
    await().until(floating::isShowing);
    robot.clickOn(neighbour);
    await().until(() -> !floating.isShowing());
    assertThat(pressed).hasValue(1);
    robot.clickOn(anchor);
    await().until(floating::isShowing);
    robot.clickOn(anchor);
    await().until(() -> !floating.isShowing());
  }

  @Test
  void aClickOnItLeavesItOpen(FxRobot robot) {
    robot.clickOn(anchor);
    robot.clickOn(inside);
    assertThat(floating.isShowing()).isTrue();
  }

  @Test
  void escapeLeavesItWhereverTheFocusIs(FxRobot robot) {
    robot.clickOn(anchor);
    await().until(floating::isShowing);
    assertThat(anchor.isFocused()).isTrue();
    robot.type(KeyCode.ESCAPE);
    await().until(() -> !floating.isShowing());
  }
}
