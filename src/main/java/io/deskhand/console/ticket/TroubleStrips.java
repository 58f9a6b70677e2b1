package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was refused: the server's words, and the ways on. */
final class TroubleStrips extends VBox {
  private final TicketViewModel model;
  private final Texts texts;
  private List<Trouble> shown = List.of();

  TroubleStrips(TicketViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("troubles");
    model.faceProperty().subscribe(face -> show(face.troubles()));
  }

  private void show(List<Trouble> troubles) {
    if (!troubles.equals(shown) || getChildren().size() != troubles.size()) {
      shown = troubles;
      getChildren().setAll(troubles.stream().map(this::strip).toList());
    }
    HeaderController.present(this, !troubles.isEmpty());
  }

  private Node strip(Trouble trouble) {
    Label what = new Label(trouble.what());
    what.getStyleClass().add("dh-medium");
    Label why = new Label(trouble.why());
    why.setWrapText(true);
    VBox words = new VBox(what, why);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button again = button("trouble.again");
    again.setOnAction(event -> model.tryAgain(trouble));
    Button dismiss = button("trouble.dismiss");
    dismiss.setOnAction(event -> model.dismiss(trouble));
    HBox strip = new HBox(new FontIcon("fth-alert-circle"), words, again, dismiss);
    strip.getStyleClass().add("trouble-strip");
    return strip;
  }

  private Button button(String key) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().add("dh-link");
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }
}
