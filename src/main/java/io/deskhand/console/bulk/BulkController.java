package io.deskhand.console.bulk;

import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Lazy;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The bulk bar, its form with the preview, and the cards of jobs. FX thread only. */
public final class BulkController implements AutoCloseable {
  private static final int BAR_FROM = 2;

  private final BulkViewModel model;
  private final Commands commands;
  private final Texts texts = Texts.of(BulkController.class);
  private final JobCard cards;
  private final Lazy<BulkFormController> form = new Lazy<>(this::makeForm);
  private Commands.@Nullable Registration registration;

  @FXML private VBox root;
  @FXML private VBox jobs;
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
    clear.setOnAction(event -> model.clearSelection());
    model.countProperty().subscribe(selected -> showBar(selected.intValue()));
    model.kindProperty().subscribe(kind -> showForm());
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
    Nodes.show(bar, selected >= BAR_FROM);
    count.setText(texts.of("count", selected));
    form.ifMade(BulkFormController::check);
  }

  private void showForm() {
    BulkVerb verb = BulkVerb.of(model.kindProperty().get());
    if (verb == null) {
      form.ifMade(shown -> shown.show(null));
    } else {
      form.get().show(verb);
    }
  }

  private BulkFormController makeForm() {
    BulkFormController made = new BulkFormController(model);
    root.getChildren().add(root.getChildren().indexOf(bar), Views.load(made));
    return made;
  }

  private void showJobs(List<BulkJob> all) {
    jobs.getChildren().setAll(all.stream().map(cards::of).toList());
    Nodes.show(jobs, !all.isEmpty());
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
}
