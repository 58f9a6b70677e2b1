package io.deskhand.console.palette;

import io.deskhand.console.ui.StatusChip;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The palette: type, choose, done. FX thread only. */
public final class PaletteController {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final PaletteViewModel model;
  private final Runnable close;
  private final List<Node> rows = new ArrayList<>();

  @FXML private TextField field;
  @FXML private ScrollPane scroll;
  @FXML private VBox list;
  @FXML private Label nothing;

  /** {@code close} takes the palette away. */
  public PaletteController(PaletteViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
  }

  @FXML
  void initialize() {
    field.textProperty().bindBidirectional(model.textProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    model.itemsProperty().subscribe(this::show);
    model.chosenProperty().subscribe(place -> mark(place.intValue()));
  }

  /** Begins anew: call it once the palette is on the screen. */
  public void begin() {
    model.reset();
    field.requestFocus();
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case ENTER -> choose();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose() {
    model
        .choice()
        .ifPresent(
            item -> {
              close.run();
              item.action().run();
            });
  }

  private void show(List<PaletteItem> items) {
    rows.clear();
    list.getChildren().clear();
    String group = "";
    for (PaletteItem item : items) {
      if (!item.group().equals(group)) {
        group = item.group();
        Label heading = new Label(group);
        heading.getStyleClass().addAll("dh-section", "dh-caption", "heading");
        list.getChildren().add(heading);
      }
      Node row = row(item);
      rows.add(row);
      list.getChildren().add(row);
    }
    nothing.setVisible(items.isEmpty());
    nothing.setManaged(items.isEmpty());
    scroll.setVvalue(0);
    mark(0);
  }

  private Node row(PaletteItem item) {
    Label title = new Label(item.title());
    title.getStyleClass().add("name");
    Label detail = new Label(item.detail());
    detail.getStyleClass().addAll("dh-caption", "dh-faint");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(new FontIcon(item.icon()), title, detail, space);
    if (item.status() != null) {
      StatusChip chip = new StatusChip();
      chip.setStatus(item.status());
      row.getChildren().add(chip);
    }
    if (!item.keys().isEmpty()) {
      Label keys = new Label(item.keys());
      keys.getStyleClass().addAll("dh-key", "dh-caption");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(keys);
    }
    row.getStyleClass().add("item");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(item.title() + " " + item.detail());
    row.pseudoClassStateChanged(REFUSED, !item.isAllowed());
    row.setOnMouseClicked(
        event -> {
          model.move(rows.indexOf(row) - model.chosenProperty().get());
          choose();
        });
    return row;
  }

  private void mark(int place) {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).pseudoClassStateChanged(CHOSEN, i == place);
    }
    if (place < rows.size()) {
      reveal(rows.get(place));
    }
  }

  private void reveal(Node row) {
    Bounds place = row.getBoundsInParent();
    double height = list.getHeight() - scroll.getViewportBounds().getHeight();
    double top = scroll.getVvalue() * height;
    if (height <= 0) {
      return;
    }
    if (place.getMinY() < top) {
      scroll.setVvalue(place.getMinY() / height);
    } else if (place.getMaxY() > top + scroll.getViewportBounds().getHeight()) {
      scroll.setVvalue((place.getMaxY() - scroll.getViewportBounds().getHeight()) / height);
    }
  }
}
