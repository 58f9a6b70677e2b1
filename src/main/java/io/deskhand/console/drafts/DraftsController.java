package io.deskhand.console.drafts;

import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel of drafts. FX thread only. */
public final class DraftsController implements AutoCloseable {
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  private final DraftsViewModel model;
  private final Navigation navigation;
  private final When when;
  private final Texts texts = Texts.of(DraftsController.class);

  @FXML private VBox list;
  @FXML private VBox empty;

  public DraftsController(DraftsViewModel model, Navigation navigation, When when) {
    this.model = model;
    this.navigation = navigation;
    this.when = when;
  }

  @FXML
  void initialize() {
    model.entriesProperty().subscribe(this::show);
  }

  /** Puts the keyboard's focus on the first thing to do. */
  public void focus() {
    Node first = list.lookup(".button");
    if (first != null) {
      first.requestFocus();
    }
  }

  @Override
  public void close() {
    model.close();
  }

  private void show(List<DraftEntry> entries) {
    empty.setVisible(entries.isEmpty());
    empty.setManaged(entries.isEmpty());
    list.getChildren().setAll(entries.stream().map(this::row).toList());
  }

  private Node row(DraftEntry entry) {
    Label title = new Label(entry.subject() == null ? texts.of("out.of.reach") : entry.subject());
    title.getStyleClass().add("dh-medium");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label at = new Label(when.ago(entry.savedAt()));
    at.getStyleClass().addAll("dh-caption", "dh-faint");
    at.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title, space, at);
    head.getStyleClass().add("head");
    Label text = new Label(entry.text().strip());
    text.getStyleClass().addAll("dh-muted", "words");
    text.setWrapText(true);
    VBox row = new VBox(head, text, buttons(entry));
    row.getStyleClass().add("entry");
    row.pseudoClassStateChanged(LOST, !entry.isWithinReach());
    return row;
  }

  private Node buttons(DraftEntry entry) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("buttons");
    if (entry.isWithinReach()) {
      buttons.getChildren().add(button("go.on", () -> navigation.replyTo(entry.ticketId())));
    }
    buttons.getChildren().add(button("copy", () -> copy(entry.text())));
    if (!entry.isWithinReach()) {
      buttons.getChildren().add(button("delete", () -> model.delete(entry)));
    }
    return buttons;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().addAll("dh-link", "dh-caption");
    button.setOnAction(event -> action.run());
    return button;
  }

  private static void copy(String text) {
    ClipboardContent words = new ClipboardContent();
    words.putString(text);
    Clipboard.getSystemClipboard().setContent(words);
  }
}
