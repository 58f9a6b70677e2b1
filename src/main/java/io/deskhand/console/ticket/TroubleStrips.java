package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
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
    trouble.clashes().forEach(clash -> words.getChildren().add(clash(clash)));
    HBox ways = new HBox();
    ways.getStyleClass().add("ways");
    for (Trouble.Way way : trouble.ways()) {
      Button button = button("trouble.way." + way.name().toLowerCase(Locale.ROOT));
      button.setOnAction(event -> model.take(way, trouble));
      ways.getChildren().add(button);
    }
    words.getChildren().add(ways);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox strip = new HBox(new FontIcon("fth-alert-circle"), words);
    strip.getStyleClass().add("trouble-strip");
    return strip;
  }

  /** Both values, the one that stands first. */
  private Node clash(Trouble.Clash clash) {
    Label field = new Label(clash.field());
    field.getStyleClass().addAll("dh-caption", "dh-medium");
    field.setMinWidth(Label.USE_PREF_SIZE);
    Label theirs =
        new Label(
            clash.by() == null
                ? texts.of("trouble.theirs", clash.theirs())
                : texts.of("trouble.theirs.by", clash.by(), clash.theirs()));
    Label yours = new Label(texts.of("trouble.yours", clash.yours()));
    theirs.getStyleClass().add("dh-caption");
    yours.getStyleClass().addAll("dh-caption", "yours");
    FlowPane line = new FlowPane(field, theirs, yours);
    line.getStyleClass().add("clash");
    return line;
  }

  private Button button(String key) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().add("dh-link");
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }
}
