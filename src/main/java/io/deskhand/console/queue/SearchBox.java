package io.deskhand.console.queue;

import io.deskhand.console.ui.Floating;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The search field: completes what is typed, and shows the filters that were understood as chips.
 */
final class SearchBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final TextField field;
  private final FlowPane chips;
  private final QueueSearch model;
  private final Texts texts;
  private final Runnable toResults;
  private final VBox options = new VBox();
  private final Floating popup = new Floating(() -> options);
  private List<Completion> offered = List.of();
  private int chosen = -1;

  /** {@code toResults} goes from the field to what was found. */
  SearchBox(TextField field, FlowPane chips, QueueSearch model, Texts texts, Runnable toResults) {
    this.field = field;
    this.chips = chips;
    this.model = model;
    this.texts = texts;
    this.toResults = toResults;
    field.textProperty().bindBidirectional(model.textProperty());
    options.getStyleClass().add("completion");
    options
        .getStylesheets()
        .add(
            Objects.requireNonNull(SearchBox.class.getResource("queue.css"), "queue.css")
                .toExternalForm());
    field.caretPositionProperty().subscribe(caret -> offer());
    field.focusedProperty().subscribe(focused -> offer());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.searchProperty().subscribe(this::showChips);
  }

  private void offer() {
    boolean wanted = field.isFocused() && !field.getText().isEmpty();
    offered = wanted ? model.completions(field.getCaretPosition()) : List.of();
    chosen = -1;
    if (offered.isEmpty() || field.getScene() == null) {
      popup.hide();
      return;
    }
    options.getChildren().setAll(offered.stream().map(this::option).toList());
    popup.show(field);
  }

  private HBox option(Completion completion) {
    HBox option = new HBox(new Label(completion.label()));
    option.getStyleClass().add("option");
    option.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> accept(completion));
    return option;
  }

  private void keyPressed(KeyEvent event) {
    if (!popup.isShowing()) {
      leave(event);
      return;
    }
    switch (event.getCode()) {
      case DOWN -> choose(chosen + 1);
      case UP -> choose(chosen - 1);
      case TAB -> accept(offered.get(Math.max(0, chosen)));
      case ESCAPE -> popup.hide();
      case ENTER -> {
        if (chosen < 0) {
          popup.hide();
          leave(event);
        } else {
          accept(offered.get(chosen));
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leave(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
      event.consume();
      toResults.run();
    }
  }

  private void choose(int wanted) {
    chosen = Math.floorMod(wanted, offered.size());
    for (int i = 0; i < options.getChildren().size(); i++) {
      options.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == chosen);
    }
  }

  private void accept(Completion completion) {
    field.replaceText(completion.start(), completion.end(), completion.insert());
    field.positionCaret(completion.start() + completion.insert().length());
  }

  private void showChips(Search search) {
    chips.getChildren().setAll(search.filters().stream().map(this::chip).toList());
    chips.setVisible(!chips.getChildren().isEmpty());
    chips.setManaged(chips.isVisible());
  }

  private Button chip(SearchTerm term) {
    String name = texts.of("field." + term.field());
    String words = name + ": " + term.value().replace(",", ", ").replace('_', ' ');
    FontIcon cross = new FontIcon("fth-x");
    cross.getStyleClass().add("dh-icon-small");
    Button chip = new Button(words, cross);
    chip.getStyleClass().addAll("filter-chip", "dh-caption");
    chip.setAccessibleText(texts.of("search.remove", words));
    chip.setOnAction(event -> model.removeTerm(term));
    if (!term.understood()) {
      chip.pseudoClassStateChanged(UNKNOWN, true);
      Tip.setText(chip, texts.of("term.unknown", term.value()));
    }
    return chip;
  }
}
