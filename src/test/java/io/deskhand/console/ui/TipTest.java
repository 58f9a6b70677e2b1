package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TipTest {
  private Button told;
  private Label elsewhere;

  @Start
  void start(Stage stage) {
    told = new Button("Told");
    elsewhere = new Label("Elsewhere");
    Tip.setText(told, "What it does");
    stage.setScene(new Scene(new VBox(80, told, elsewhere), 300, 200));
    stage.show();
  }

  @Test
  void theWordsAreThereWhileTheMouseRestsOnIt(FxRobot robot) {
    robot.moveTo(told);
    await().until(onFx(() -> words().equals(List.of("What it does"))));
    robot.interact(() -> Tip.setText(told, "What it does now"));
    assertThat(onFxNow(TipTest::words)).containsExactly("What it does now");
    robot.moveTo(elsewhere);
    await().until(onFx(() -> words().isEmpty()));
  }

  @Test
  void whatHasNothingToSayHasNoTipAnyMore(FxRobot robot) {
    robot.moveTo(told);
    await().until(onFx(() -> !words().isEmpty()));
    robot.interact(() -> Tip.setText(told, null));
    assertThat(onFxNow(TipTest::words)).isEmpty();
  }

  @Test
  void aScreenReaderHasThemWithoutAMouse() {
    assertThat(told.queryAccessibleAttribute(AccessibleAttribute.HELP)).isEqualTo("What it does");
  }

  private static List<String> words() {
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(tip -> ((Tooltip) tip).getText())
        .toList();
  }

  private static Callable<Boolean> onFx(Callable<Boolean> question) {
    return () -> onFxNow(question);
  }

  private static <T> T onFxNow(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, question);
  }
}
