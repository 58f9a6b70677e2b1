package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file in the composer: what it is, whether it can go, and the way to take it out. */
final class ChipView extends HBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double WIDEST = 240;
  private static final double THUMB = 32;
  private final StackPane sign = new StackPane();

  /** {@code remove} takes the file out of the message. */
  ChipView(FileChip chip, Texts texts, Consumer<FileChip> remove) {
    getStyleClass().addAll("file-chip", "dh-focusable");
    setMaxWidth(WIDEST);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    pseudoClassStateChanged(REFUSED, chip.isRefused());
    sign.getStyleClass().add("sign");
    sign.setMinSize(THUMB, THUMB);
    sign.setMaxSize(THUMB, THUMB);
    sign.getChildren().add(new FontIcon(signOf(chip)));
    Label name = new Label(chip.name());
    name.getStyleClass().add("dh-medium");
    VBox words = new VBox(name);
    words.setMinWidth(0);
    words.getStyleClass().add("words");
    String state = state(chip, texts);
    if (chip.isReady() || chip.isRefused()) {
      Label below = new Label(state);
      below.getStyleClass().addAll("dh-caption", chip.isRefused() ? "dh-danger" : "dh-faint");
      below.setWrapText(true);
      words.getChildren().add(below);
    } else {
      words.getChildren().add(new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS));
    }
    Button out = new Button(null, new FontIcon("fth-x"));
    out.getStyleClass().addAll("dh-ghost", "dh-icon", "out");
    out.setAccessibleText(texts.of("files.remove", chip.name()));
    out.setFocusTraversable(false);
    out.setOnAction(event -> remove.accept(chip));
    getChildren().addAll(sign, words, out);
    setAccessibleText(texts.of("files.spoken", chip.name(), state));
    Tip.setText(this, chip.name());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case DELETE, BACK_SPACE -> {
              remove.accept(chip);
              event.consume();
            }
            default -> {}
          }
        });
  }

  /** Shows its picture instead of a sign. */
  void show(Image image) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setFitWidth(THUMB);
    view.setFitHeight(THUMB);
    sign.getChildren().setAll(view);
  }

  private static String signOf(FileChip chip) {
    if (chip.isRefused()) {
      return "fth-alert-circle";
    }
    return chip.file() == null ? "fth-file" : FileWords.sign(chip.file().type());
  }

  private static String state(FileChip chip, Texts texts) {
    if (chip.why() != null) {
      return chip.why();
    }
    return chip.file() == null
        ? texts.of("files.copying")
        : FileWords.size(chip.file().size(), texts);
  }
}
