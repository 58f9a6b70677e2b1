package io.deskhand.console.queue;

import io.deskhand.console.ui.Nodes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with a ticket from its row, while the mouse is there. */
final class RowActions extends HBox {
  private final Button resolve;

  RowActions(Texts texts, Runnable onTake, Runnable onResolve) {
    Button take = action("fth-user-check", texts.of("row.take"), onTake);
    resolve = action("fth-check", texts.of("row.resolve"), onResolve);
    getChildren().setAll(take, resolve);
    getStyleClass().add("row-actions");
    setMaxWidth(USE_PREF_SIZE);
  }

  void setResolvable(boolean resolvable) {
    Nodes.show(resolve, resolvable);
  }

  private static Button action(String icon, String words, Runnable what) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("dh-ghost", "dh-icon", "row-action");
    Tip.setText(button, words);
    button.setAccessibleText(words);
    button.setFocusTraversable(false);
    button.setOnAction(event -> what.run());
    return button;
  }
}
