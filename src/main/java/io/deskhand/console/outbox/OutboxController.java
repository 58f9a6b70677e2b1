package io.deskhand.console.outbox;

import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import java.util.List;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The outbox panel. FX thread only. */
public final class OutboxController implements AutoCloseable {
  private static final PseudoClass NEEDS_LOOK = PseudoClass.getPseudoClass("needs-look");

  private final OutboxViewModel model;
  private final Navigation navigation;
  private final When when;
  private final Texts texts = Texts.of(OutboxController.class);

  @FXML private Label summary;
  @FXML private VBox list;
  @FXML private VBox empty;

  public OutboxController(OutboxViewModel model, Navigation navigation, When when) {
    this.model = model;
    this.navigation = navigation;
    this.when = when;
  }

  @FXML
  void initialize() {
    model.entries().subscribe(this::show);
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

  private void show(List<OutboxEntry> entries) {
    empty.setVisible(entries.isEmpty());
    empty.setManaged(entries.isEmpty());
    summary.setText(model.summary(entries));
    list.getChildren().setAll(entries.stream().map(this::row).toList());
  }

  private Node row(OutboxEntry entry) {
    Label title = new Label(texts.of("intent." + entry.kind()));
    title.getStyleClass().add("dh-medium");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label subject = new Label(entry.subject());
    subject.getStyleClass().add("dh-muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label since = new Label(when.ago(entry.since()));
    since.getStyleClass().addAll("dh-caption", "dh-faint");
    since.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title, subject, space, since);
    head.getStyleClass().add("head");
    VBox row = new VBox(head);
    row.getStyleClass().add("entry");
    row.pseudoClassStateChanged(NEEDS_LOOK, entry.needsLook());
    if (!entry.detail().isEmpty()) {
      Label detail = new Label(entry.detail().strip().replaceAll("\\s+", " "));
      detail.setWrapText(true);
      detail.getStyleClass().add("words");
      row.getChildren().add(detail);
    }
    row.getChildren().addAll(state(entry), buttons(entry));
    return row;
  }

  private Node state(OutboxEntry entry) {
    FontIcon icon = new FontIcon(entry.needsLook() ? "fth-alert-triangle" : "fth-clock");
    icon.getStyleClass().add("dh-icon-small");
    Label label = new Label(entry.story());
    label.setWrapText(true);
    label.getStyleClass().addAll("dh-caption", "dh-muted", "why");
    HBox state = new HBox(icon, label);
    state.getStyleClass().add("state");
    return state;
  }

  private Node buttons(OutboxEntry entry) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("buttons");
    if (!entry.refused()) {
      buttons
          .getChildren()
          .add(button(entry.needsLook() ? "send.anyway" : "retry", () -> model.retry(entry)));
    }
    if (entry.hasWords()) {
      buttons.getChildren().add(button("to.draft", () -> model.toDraft(entry)));
    }
    if (entry.ticketId() != null && entry.open()) {
      UUID ticket = entry.ticketId();
      buttons.getChildren().add(button("open", () -> navigation.openTicket(ticket)));
    }
    // Of what was refused nothing is lost but the news, unless there are words in it alone.
    String away = entry.refused() && !entry.hasWords() ? "dismiss" : "discard";
    buttons.getChildren().add(button(away, () -> model.discard(entry)));
    return buttons;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().addAll("dh-link", "dh-caption");
    button.setOnAction(event -> action.run());
    return button;
  }
}
