package io.deskhand.console.bulk;

import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bulk bar, its form with the preview, and the cards of jobs. FX thread only. */
public final class BulkController implements AutoCloseable {
  private static final int BAR_FROM = 2;

  private final BulkViewModel model;
  private final Commands commands;
  private final Texts texts = Texts.of(BulkController.class);
  private final JobCard cards;
  private Commands.@Nullable Registration registration;

  @FXML private VBox jobs;
  @FXML private VBox panel;
  @FXML private Label panelTitle;
  @FXML private ComboBox<Agent> agent;
  @FXML private ComboBox<Status> status;
  @FXML private TextArea words;
  @FXML private VBox preview;
  @FXML private Button apply;
  @FXML private Button cancel;
  @FXML private HBox bar;
  @FXML private Label count;
  @FXML private Button clear;
  @FXML private HBox verbs;

  public BulkController(BulkViewModel model, Commands commands, Navigation navigation) {
    this.model = model;
    this.commands = commands;
    this.cards = new JobCard(model, navigation, texts);
  }

  @FXML
  void initialize() {
    for (BulkVerb verb : model.verbs()) {
      Button button = new Button(texts.of("verb", verb));
      button.getStyleClass().addAll("dh-ghost", "dh-small", "verb");
      button.setMinWidth(Button.USE_PREF_SIZE);
      button.setOnAction(event -> open(verb));
      verbs.getChildren().add(button);
    }
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
    clear.setOnAction(event -> model.clearSelection());
    panel.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.countProperty().subscribe(selected -> showBar(selected.intValue()));
    model.kindProperty().subscribe(kind -> showPanel());
    model.jobs().subscribe(this::showJobs);
    model.dismissed().addListener((SetChangeListener<Object>) change -> showJobs(model.shown()));
    registration = commands.add(commands());
  }

  @Override
  public void close() {
    if (registration != null) {
      registration.close();
    }
    model.close();
  }

  private void open(BulkVerb verb) {
    model.kindProperty().set(model.kindProperty().get() == verb.kind() ? null : verb.kind());
  }

  private void showBar(int selected) {
    show(bar, selected >= BAR_FROM);
    count.setText(texts.of("count", selected));
    check();
  }

  private void showPanel() {
    BulkVerb verb = BulkVerb.of(model.kindProperty().get());
    show(panel, verb != null);
    if (verb == null) {
      return;
    }
    panelTitle.setText(texts.of("title", verb));
    show(agent, verb == BulkVerb.ASSIGN);
    show(status, verb == BulkVerb.STATUS);
    show(words, verb.needsWords());
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

  private void check() {
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

  private void showJobs(List<BulkJob> all) {
    jobs.getChildren().setAll(all.stream().map(cards::of).toList());
    show(jobs, !all.isEmpty());
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

  private List<Command> commands() {
    ObservableValue<String> refusal =
        model
            .countProperty()
            .map(selected -> selected.intValue() >= BAR_FROM ? "" : texts.of("select.first"));
    List<Command> all = new ArrayList<>();
    for (BulkVerb verb : model.verbs()) {
      List<Shortcut> keys = verb.key().isEmpty() ? List.of() : List.of(Shortcut.of(verb.key()));
      all.add(
          new Command(
              "bulk." + verb.wire(),
              texts.of("title", verb),
              texts.of("command.group"),
              verb.icon(),
              keys,
              refusal,
              () -> open(verb)));
    }
    return all;
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

  private static <T> StringConverter<T> named(
      java.util.function.Function<@Nullable T, String> name) {
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

  private static void show(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
