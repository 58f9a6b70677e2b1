package io.deskhand.console.ticket;

import io.deskhand.console.ui.Tip;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A list of things to choose one from, by mouse or by arrows and Enter. FX thread only. */
final class Choices extends VBox {
  Choices() {
    getStyleClass().add("choices");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * Adds a choice.
   *
   * @param refusal why it cannot be chosen, in words; empty if it can
   */
  void add(Node mark, String title, String hint, String refusal, Runnable onChosen) {
    Label name = new Label(title);
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label more = new Label(hint);
    more.getStyleClass().addAll("dh-caption", "dh-faint");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox row = new HBox(mark, name, between, more);
    row.getStyleClass().add("choice-row");
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(hint.isEmpty() ? title : title + ", " + hint);
    row.prefWidthProperty().bind(button.widthProperty().subtract(20));
    button.setOnAction(event -> onChosen.run());
    getChildren().add(withRefusal(button, refusal));
  }

  /** Disables {@code button} for a reason, which a tooltip tells; a disabled one has no tooltip. */
  static Node withRefusal(Button button, String refusal) {
    StackPane holder = new StackPane(button);
    button.setDisable(!refusal.isEmpty());
    Tip.setText(holder, refusal);
    return holder;
  }

  /** What can be chosen now, in order. */
  List<Button> enabled() {
    return getChildren().stream()
        .map(holder -> (Button) ((StackPane) holder).getChildren().getFirst())
        .filter(button -> !button.isDisabled())
        .toList();
  }

  void clear() {
    getChildren().clear();
  }

  void focusFirst() {
    onFirst(Button::requestFocus);
  }

  void chooseFirst() {
    onFirst(Button::fire);
  }

  private void onFirst(Consumer<Button> action) {
    List<Button> all = enabled();
    if (!all.isEmpty()) {
      action.accept(all.getFirst());
    }
  }

  private void pressed(KeyEvent event) {
    int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    List<Button> all = enabled();
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    int at = focused instanceof Button button ? all.indexOf(button) : -1;
    if (event.getCode() == KeyCode.ENTER && at >= 0) {
      all.get(at).fire();
      event.consume();
    } else if (step != 0 && at >= 0) {
      all.get(Math.floorMod(at + step, all.size())).requestFocus();
      event.consume();
    }
  }
}
