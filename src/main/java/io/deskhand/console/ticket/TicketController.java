package io.deskhand.console.ticket;

import io.deskhand.console.ticket.TicketFace.Phase;
import io.deskhand.console.ui.Narrow;
import io.deskhand.console.ui.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pane: a header, quick actions and tabs, or why there is no ticket to show. */
public final class TicketController {
  /** In ems: below it tabs and quick actions do not fit into one line with their names. */
  private static final double ROOMY = 52;

  private final TicketViewModel model;
  private final Texts texts;
  private final Map<TicketTab, Node> bodies;
  private final Map<TicketTab, ToggleButton> tabs = new EnumMap<>(TicketTab.class);
  private final ToggleGroup group = new ToggleGroup();

  @FXML private StackPane root;
  @FXML private VBox none;
  @FXML private VBox skeleton;
  @FXML private VBox gone;
  @FXML private Label kept;
  @FXML private VBox keptBox;
  @FXML private VBox notHere;
  @FXML private VBox content;
  @FXML private VBox headerPlace;
  @FXML private HBox tabLine;
  @FXML private HBox actionPlace;
  @FXML private StackPane body;

  TicketController(TicketViewModel model, Texts texts, Map<TicketTab, Node> bodies) {
    this.model = model;
    this.texts = texts;
    this.bodies = new EnumMap<>(bodies);
  }

  @FXML
  void initialize() {
    bodies.forEach(this::addTab);
    body.getChildren().setAll(bodies.values());
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
              showTab();
            });
    select(TicketTab.CONVERSATION);
    tabs.values().stream().findFirst().ifPresent(tab -> Narrow.below(tabLine, tab, ROOMY));
    model.faceProperty().subscribe(this::show);
  }

  /** Puts the parts that are built in code into their places, the sheets over everything. */
  void compose(Node header, Node troubles, Node actions, Node sheets) {
    headerPlace.getChildren().setAll(header, troubles);
    actionPlace.getChildren().setAll(actions);
    root.getChildren().add(sheets);
  }

  void select(TicketTab tab) {
    group.selectToggle(tabs.get(tab));
  }

  @FXML
  void copyKept() {
    ClipboardContent words = new ClipboardContent();
    words.putString(kept.getText());
    Clipboard.getSystemClipboard().setContent(words);
  }

  private void addTab(TicketTab tab, Node shows) {
    ToggleButton button = new ToggleButton(texts.of("tab", tab));
    button.getStyleClass().add("tab");
    button.setToggleGroup(group);
    button.setId("tab-" + tab.wire());
    button.setMinWidth(Region.USE_PREF_SIZE);
    tabs.put(tab, button);
    tabLine.getChildren().add(tabLine.getChildren().size() - 2, button);
  }

  private void showTab() {
    tabs.forEach((tab, button) -> HeaderController.present(body(tab), button.isSelected()));
  }

  private Node body(TicketTab tab) {
    return bodies.getOrDefault(tab, body);
  }

  private void show(TicketFace face) {
    Phase phase = face.phase();
    HeaderController.present(none, phase == Phase.NONE);
    HeaderController.present(skeleton, phase == Phase.LOADING);
    HeaderController.present(gone, phase == Phase.GONE);
    HeaderController.present(notHere, phase == Phase.NOT_HERE);
    HeaderController.present(content, phase == Phase.SHOWN);
    kept.setText(face.keptWords());
    HeaderController.present(keptBox, !face.keptWords().isBlank());
  }
}
