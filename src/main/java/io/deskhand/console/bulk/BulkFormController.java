package io.deskhand.console.bulk;

import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of a verb for many tickets, with the preview of what it will do. FX thread only. */
final class BulkFormController {
  private final BulkViewModel model;
  private final Texts texts = Texts.of(BulkFormController.class);

  @FXML private VBox panel;
  @FXML private Label panelTitle;
  @FXML private ComboBox<Agent> agent;
  @FXML private ComboBox<Status> status;
  @FXML private TextArea words;
  @FXML private VBox preview;
  @FXML private Button apply;
  @FXML private Button cancel;

  BulkFormController(BulkViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    agent.setConverter(named(one -> one == null ? texts.of("assign.auto") : assignee(one)));
    status.setConverter(named(one -> one == null ? "" : Words.of(one)));
    status.getItems().setAll(Status.PENDING, Status.IN_PROGRESS, Status.OPEN, Status.CLOSED);
    agent.valueProperty().bindBidirectional(model.form().agentProperty());
    status.valueProperty().bindBidirectional(model.form().statusProperty());
    words.textProperty().bindBidirectional(model.form().wordsProperty());
    words.textProperty().subscribe(text -> check());
    status.valueProperty().subscribe(chosen -> check());
    apply.setOnAction(event -> model.apply());
    cancel.setOnAction(event -> model.kindProperty().set(null));
    panel.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Asks for what {@code verb} needs; nothing is shown for null. */
  void show(@Nullable BulkVerb verb) {
    Nodes.show(panel, verb != null);
    if (verb == null) {
      return;
    }
    panelTitle.setText(texts.of("title", verb));
    Nodes.show(agent, verb == BulkVerb.ASSIGN);
    Nodes.show(status, verb == BulkVerb.STATUS);
    Nodes.show(words, verb.needsWords());
    if (verb == BulkVerb.ASSIGN) {
      List<Agent> choices = new ArrayList<>();
      choices.add(null);
      choices.addAll(model.assignees());
      agent.getItems().setAll(choices);
    }
    if (verb.needsWords()) {
      words.setPromptText(texts.of("prompt", verb));
      words.setAccessibleText(texts.of("prompt", verb));
    }
    check();
    Node first = verb == BulkVerb.ASSIGN ? agent : verb == BulkVerb.STATUS ? status : words;
    first.requestFocus();
  }

  /** Looks anew at what would be done to the tickets that are selected now. */
  void check() {
    BulkVerb verb = BulkVerb.of(model.kindProperty().get());
    if (verb == null) {
      return;
    }
    BulkPreview result = model.preview(verb.kind());
    int possible = result.possible().size();
    preview.getChildren().setAll(line("fth-check", texts.of("will", possible), "will"));
    result
        .refused()
        .forEach(
            (why, tickets) ->
                preview
                    .getChildren()
                    .add(line("fth-minus-circle", texts.of("cannot", tickets, why), "cannot")));
    apply.setText(texts.of("apply." + verb.wire(), possible));
    apply.setDisable(possible == 0 || !model.form().isComplete(verb.kind()));
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.kindProperty().set(null);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !apply.isDisable()) {
      model.apply();
      event.consume();
    }
  }

  private String assignee(Agent one) {
    return texts.of("assign.to", one.name(), one.activeTickets(), one.capacity());
  }

  private static Node line(String icon, String text, String style) {
    Label label = new Label(text, new FontIcon(icon));
    label.setWrapText(true);
    label.getStyleClass().addAll("line", style);
    return label;
  }

  private static <T> StringConverter<T> named(Function<@Nullable T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return name.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }
}
