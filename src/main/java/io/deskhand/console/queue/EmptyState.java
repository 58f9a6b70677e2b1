package io.deskhand.console.queue;

import io.deskhand.console.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown where no ticket is: what would be here, and the next step. */
final class EmptyState {
  private static final String ALL = "all";
  private final QueueViewModel model;
  private final VBox box;
  private final FontIcon icon;
  private final Label title;
  private final Label text;
  private final Button action;
  private final Texts texts;

  EmptyState(
      QueueViewModel model,
      VBox box,
      FontIcon icon,
      Label title,
      Label text,
      Button action,
      Texts texts) {
    this.model = model;
    this.box = box;
    this.icon = icon;
    this.title = title;
    this.text = text;
    this.action = action;
    this.texts = texts;
    model.rowsProperty().subscribe(rows -> update());
    model.revisionProperty().subscribe(revision -> update());
    model.connectionProperty().subscribe(state -> update());
  }

  private void update() {
    box.setVisible(model.size() == 0);
    if (!box.isVisible()) {
      return;
    }
    if (model.isFetching()) {
      show("fetching", "fth-download-cloud", null);
    } else if (model.isUnknown()) {
      show("unknown", "fth-cloud-off", null);
    } else if (!model.search().isEmpty() && !model.viewProperty().get().id().equals(ALL)) {
      show("elsewhere", "fth-search", () -> model.showView(ALL));
    } else if (!model.search().isEmpty()) {
      show("search", "fth-search", model.search()::clear);
    } else if (model.viewProperty().get().id().equals("mine")) {
      show("mine", "fth-coffee", () -> model.showView("unassigned"));
    } else {
      show("view", model.viewProperty().get().icon(), () -> model.showView(ALL));
    }
  }

  private void show(String key, String literal, @org.jspecify.annotations.Nullable Runnable next) {
    icon.setIconLiteral(literal);
    title.setText(texts.of("empty." + key + ".title"));
    text.setText(texts.of("empty." + key + ".text"));
    action.setVisible(next != null);
    if (next != null) {
      action.setText(texts.of("empty." + key + ".action"));
      action.setOnAction(event -> next.run());
    }
  }
}
