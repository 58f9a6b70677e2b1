package io.deskhand.console.queue;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One view on the left: icon, name, and how many tickets it has. */
final class ViewItem extends ToggleButton {
  private final SavedView saved;
  private final Texts texts;
  private final Label count = new Label();

  ViewItem(SavedView saved, Texts texts) {
    this.saved = saved;
    this.texts = texts;
    getStyleClass().setAll("toggle-button", "view-item");
    setMaxWidth(Double.MAX_VALUE);
    Label name = new Label(title());
    name.getStyleClass().add("name");
    count.getStyleClass().addAll("count", "dh-caption");
    count.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(new FontIcon(saved.icon()), name, space, count);
    line.getStyleClass().add("line");
    line.prefWidthProperty().bind(widthProperty().subtract(22));
    setGraphic(line);
    setCount(0);
  }

  SavedView saved() {
    return saved;
  }

  String title() {
    return texts.of("view." + saved.id());
  }

  void setCount(int tickets) {
    count.setText(tickets == 0 ? "" : String.format("%,d", tickets));
    String spoken = texts.of("view.spoken", title(), tickets);
    setAccessibleText(spoken);
    Tip.setText(this, spoken);
  }

  /** One of the views is always chosen: clicking it again does not take that away. */
  @Override
  public void fire() {
    if (!isSelected()) {
      super.fire();
    }
  }
}
