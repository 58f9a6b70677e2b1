package io.deskhand.console.ticket;

import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A sheet that asks for some words and does one thing with them. */
final class WordsSheet extends VBox {
  private final TextArea area = new TextArea();
  private final Button confirm;

  /** {@code key}: the texts {@code sheet.key} and {@code sheet.key.prompt}. */
  WordsSheet(String key, Texts texts, Runnable onCancel, Consumer<String> onConfirm) {
    Shortcut enter = Shortcut.of("Ctrl+Enter");
    Label title = new Label(texts.of(key));
    title.getStyleClass().addAll("dh-strong");
    area.setPromptText(texts.of(key + ".prompt"));
    area.setAccessibleText(texts.of(key + ".prompt"));
    area.setWrapText(true);
    area.getStyleClass().add("sheet-words");
    confirm = new Button(texts.of(key));
    confirm.getStyleClass().addAll("dh-primary", "dh-small");
    confirm.disableProperty().bind(area.textProperty().map(String::isBlank));
    confirm.setOnAction(event -> onConfirm.accept(area.getText()));
    Button cancel = new Button(texts.of("sheet.cancel"));
    cancel.getStyleClass().addAll("dh-ghost", "dh-small");
    cancel.setOnAction(event -> onCancel.run());
    Label hint = new Label(enter.label());
    hint.getStyleClass().addAll("dh-key", "dh-caption");
    HBox buttons = new HBox(hint, cancel, confirm);
    buttons.getStyleClass().add("sheet-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("words-sheet");
    getChildren().addAll(title, area, buttons);
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (enter.matches(event)) {
            confirm.fire();
            event.consume();
          }
        });
  }

  /** Puts something between the words and the buttons. */
  void insert(Node node) {
    getChildren().add(2, node);
  }

  /** Lets it be confirmed only while {@code ready} is true, besides there being words. */
  void require(ObservableValue<Boolean> ready) {
    confirm
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> area.getText().isBlank() || !ready.getValue(), area.textProperty(), ready));
  }

  /** Where the focus belongs. */
  Node first() {
    return area;
  }
}
