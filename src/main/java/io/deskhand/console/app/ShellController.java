package io.deskhand.console.app;

import io.deskhand.console.ui.Lazy;
import io.deskhand.console.ui.Narrow;
import io.deskhand.console.ui.Preferences;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Group;
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
  private Lazy<? extends Parent> settingsPage = new Lazy<>(Group::new);

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

  /** The queue goes left. */
  void setQueue(Parent queue) {
    split.getItems().set(0, queue);
  }

  /** The ticket goes right of it, unseen until it is revealed. */
  void setTicket(Parent ticket) {
    ticket.setVisible(false);
    ticketPlace.getChildren().setAll(noTicket, ticket);
  }

  /** Shows the ticket pane in the place of its empty state. */
  void revealTicket() {
    ticketPlace.getChildren().forEach(child -> child.setVisible(child != noTicket));
  }

  /** {@code page} makes the settings, when they are shown first. */
  void setSettings(Supplier<? extends Parent> page) {
    settingsPage =
        new Lazy<>(
            () -> {
              Parent made = page.get();
              content.getChildren().add(made);
              return made;
            });
  }

  void show(boolean wantSettings) {
    if (wantSettings) {
      settingsPage.get();
    }
    content.getChildren().forEach(child -> child.setVisible((child != split) == wantSettings));
    (wantSettings ? settings : desk).setSelected(true);
  }
}
