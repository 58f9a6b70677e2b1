package io.deskhand.console.health;

import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The panel of the sync's health. FX thread only. */
public final class HealthController {
  private static final PseudoClass TROUBLING = PseudoClass.getPseudoClass("troubling");

  private final HealthViewModel model;
  private final FileDialogs files;
  private final Runnable leave;
  private final Texts texts = Texts.of(HealthController.class);

  @FXML private GridPane lines;
  @FXML private Button compare;
  @FXML private Button bundle;

  /** {@code leave} puts the panel away, so that what is said then can be seen. */
  public HealthController(HealthViewModel model, FileDialogs files, Runnable leave) {
    this.model = model;
    this.files = files;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    model.linesProperty().subscribe(this::show);
    compare.setOnAction(event -> model.compare());
    bundle.setOnAction(
        event ->
            files
                .save(texts.of("bundle.title"), model.bundleName())
                .ifPresent(
                    file -> {
                      leave.run();
                      model.save(file);
                    }));
  }

  /** Puts the keyboard's focus into the panel. */
  public void focus() {
    compare.requestFocus();
  }

  private void show(List<HealthLine> all) {
    lines.getChildren().clear();
    for (int row = 0; row < all.size(); row++) {
      HealthLine line = all.get(row);
      Label name = new Label(texts.of("line." + line.name()));
      name.getStyleClass().add("dh-muted");
      name.setMinWidth(Label.USE_PREF_SIZE);
      Label value = new Label(line.value());
      value.setWrapText(true);
      value.getStyleClass().add("value");
      value.pseudoClassStateChanged(TROUBLING, line.troubling());
      name.setLabelFor(value);
      GridPane.setValignment(name, VPos.TOP);
      lines.addRow(row, name, value);
    }
  }
}
