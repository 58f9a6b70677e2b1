package io.deskhand.console.app;

import io.deskhand.console.ui.Narrow;
import io.deskhand.console.ui.Preferences;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of the window: rail, banner, the desk or the settings, status bar. */
final class ShellController {
  /** In ems: below it there is no room for the names of the views beside list and ticket. */
  private static final double ROOMY = 88;

  private static final String REMEMBERED_SPLIT = "window.split";
  private static final double SPLIT = 0.46;

  private final Preferences preferences;

  @FXML private ToggleButton desk;
  @FXML private ToggleButton settings;
  @FXML private Button palette;
  @FXML private Button keys;
  @FXML private BorderPane root;
  @FXML private VBox top;
  @FXML private StackPane content;
  @FXML private SplitPane split;
  @FXML private StackPane ticketPlace;
  @FXML private VBox noTicket;
  @FXML private StackPane bottom;

  ShellController(Preferences preferences) {
    this.preferences = preferences;
  }

  @FXML
  void initialize() {
    Narrow.below(root, palette, ROOMY);
    ToggleGroup places = new ToggleGroup();
    desk.setToggleGroup(places);
    settings.setToggleGroup(places);
    places.selectToggle(desk);
    split.setDividerPositions(preferences.get(REMEMBERED_SPLIT, SPLIT));
    split
        .getDividers()
        .getFirst()
        .positionProperty()
        .subscribe(position -> preferences.put(REMEMBERED_SPLIT, position));
  }

  /** What the rail's buttons do. */
  void onRail(Runnable showDesk, Runnable showSettings, Runnable showPalette, Runnable showKeys) {
    desk.setOnAction(event -> showDesk.run());
    settings.setOnAction(event -> showSettings.run());
    palette.setOnAction(event -> showPalette.run());
    keys.setOnAction(event -> showKeys.run());
  }

  void setBanner(Node banner) {
    top.getChildren().setAll(banner);
  }

  void setStatusBar(Node bar) {
    bottom.getChildren().setAll(bar);
  }

  /** The queue goes left, the ticket right of it. */
  void setDesk(Parent queue, Parent ticket) {
    split.getItems().set(0, queue);
    ticket.setVisible(false);
    ticketPlace.getChildren().setAll(noTicket, ticket);
  }

  /** Shows the ticket pane in the place of its empty state. */
  void revealTicket() {
    ticketPlace.getChildren().forEach(child -> child.setVisible(child != noTicket));
  }

  void addSettings(Parent page) {
    page.setVisible(false);
    content.getChildren().add(page);
  }

  void show(boolean wantSettings) {
    split.setVisible(!wantSettings);
    content.getChildren().getLast().setVisible(wantSettings);
    (wantSettings ? settings : desk).setSelected(true);
  }
}
