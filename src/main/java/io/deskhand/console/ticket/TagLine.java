package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.protocol.Limits;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ticket's tags, each of which can be taken away, and a place to add one. */
final class TagLine extends HBox {
  private final TicketVerbs verbs;
  private final Texts texts;
  private final Button plus = new Button();
  private final TextField field = new TextField();
  private List<String> shown = List.of();

  TagLine(TicketVerbs verbs, Texts texts) {
    this.verbs = verbs;
    this.texts = texts;
    getStyleClass().add("tag-line");
    plus.setGraphic(new FontIcon("fth-plus"));
    plus.getStyleClass().addAll("tag-add", "dh-ghost", "dh-caption");
    plus.setText(texts.of("tag.add"));
    plus.setOnAction(event -> add());
    field.setPromptText(texts.of("tag.prompt"));
    field.setAccessibleText(texts.of("tag.add"));
    field.getStyleClass().addAll("tag-field", "dh-caption");
    field.setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().length() <= Limits.NAME ? change : null));
    field.setOnAction(event -> done());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stop();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                stop();
              }
            });
    HeaderController.present(field, false);
    getChildren().addAll(field, plus);
  }

  void show(List<String> tags) {
    if (!tags.equals(shown)) {
      shown = List.copyOf(tags);
      getChildren().setAll(shown.stream().map(this::chip).toList());
      getChildren().addAll(field, plus);
    }
    plus.setText(shown.isEmpty() ? texts.of("tag.add") : "");
    plus.setAccessibleText(texts.of("tag.add"));
  }

  /** Puts the caret where a tag is typed. */
  void add() {
    HeaderController.present(plus, false);
    HeaderController.present(field, true);
    field.requestFocus();
  }

  /** Forgets what was typed. */
  void stop() {
    field.clear();
    HeaderController.present(field, false);
    HeaderController.present(plus, true);
  }

  private void done() {
    String tag = field.getText();
    stop();
    plus.requestFocus();
    verbs.addTag(tag);
  }

  private HBox chip(String tag) {
    Label name = new Label(tag);
    name.getStyleClass().add("dh-caption");
    Button remove = new Button();
    remove.setGraphic(new FontIcon("fth-x"));
    remove.getStyleClass().add("tag-remove");
    remove.setAccessibleText(texts.of("tag.remove", tag));
    remove.setOnAction(event -> verbs.removeTag(tag));
    HBox chip = new HBox(name, remove);
    chip.getStyleClass().add("tag");
    chip.setMinWidth(USE_PREF_SIZE);
    return chip;
  }
}
