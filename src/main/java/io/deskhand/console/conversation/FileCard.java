package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.model.Attachment;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file below a message: what it is, its picture, how far it has come, and the ways to it. */
final class FileCard extends VBox {
  static final double WIDTH = 208;
  private static final double HEIGHT = 124;
  private static final double ROUND = 14;

  private final FileItem item;
  private final BubbleActions actions;
  private final Texts texts;

  FileCard(FileItem item, BubbleActions actions, Texts texts) {
    this.item = item;
    this.actions = actions;
    this.texts = texts;
    Attachment file = item.attachment();
    getStyleClass().addAll("file-card", "dh-focusable");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    setMaxHeight(USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(texts.of("files.spoken", file.name(), size()));
    if (file.type().startsWith("image/")) {
      getChildren().add(picture());
    }
    getChildren().add(line(file));
    if (item.share() != null) {
      ProgressBar bar = new ProgressBar(item.share());
      bar.setMaxWidth(Double.MAX_VALUE);
      getChildren().add(bar);
    }
    Tip.setText(this, file.name());
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            actions.open(item);
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private Node picture() {
    StackPane tile = new StackPane(new FontIcon("fth-image"));
    tile.getStyleClass().add("tile");
    tile.setMinHeight(HEIGHT);
    tile.setMaxHeight(HEIGHT);
    actions.picture(item, image -> tile.getChildren().setAll(view(image)));
    return tile;
  }

  private static Node view(Image image) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    // As large as it is at most, and all of it to be seen.
    view.setFitWidth(Math.min(WIDTH - 2, image.getWidth()));
    view.setFitHeight(Math.min(HEIGHT, image.getHeight()));
    Rectangle corners =
        new Rectangle(view.getLayoutBounds().getWidth(), view.getLayoutBounds().getHeight());
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    view.setClip(corners);
    return view;
  }

  private Node line(Attachment file) {
    Label name = new Label(file.name());
    name.getStyleClass().add("dh-medium");
    Label size = new Label(size());
    size.getStyleClass().addAll("dh-caption", "dh-faint");
    VBox words = new VBox(name, size);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(new FontIcon(FileWords.sign(file.type())), words, save());
    line.getStyleClass().add("line");
    return line;
  }

  private Button save() {
    Button save = new Button(null, new FontIcon("fth-download"));
    save.getStyleClass().addAll("dh-ghost", "dh-icon");
    save.setAccessibleText(texts.of("files.save", item.attachment().name()));
    Tip.setText(save, texts.of("files.save.tip"));
    save.setOnAction(event -> actions.save(item));
    return save;
  }

  private String size() {
    String size = FileWords.size(item.attachment().size(), texts);
    Double share = item.share();
    return share == null ? size : texts.of("files.part", share, size);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      actions.open(item);
      event.consume();
    } else if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
      actions.save(item);
      event.consume();
    }
  }
}
