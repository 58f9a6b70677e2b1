package io.deskhand.console.app;

import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Mark;
import io.deskhand.console.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is shown before there is a desk or a sign-in screen: that it opens, or why it cannot. */
final class StartScreen {
  private static final Texts TEXTS = Texts.of(StartScreen.class);
  private static final double WIDTH = 420;

  private StartScreen() {}

  static Node opening() {
    Label words = new Label(TEXTS.of("starting"));
    words.getStyleClass().add("dh-muted");
    return column(new Mark(), words);
  }

  static Node failed(Failure failure, Runnable again) {
    Label title = new Label(failure.title());
    title.getStyleClass().addAll("dh-title", "dh-strong");
    Label text = new Label(failure.message());
    text.getStyleClass().add("dh-muted");
    text.setWrapText(true);
    Label code = new Label(failure.code());
    code.getStyleClass().addAll("dh-caption", "dh-faint");
    Button retry = new Button(TEXTS.of("start.failed.again"));
    retry.getStyleClass().add("dh-primary");
    retry.setOnAction(event -> again.run());
    Button copy = new Button(TEXTS.of("copy.details"));
    copy.getStyleClass().add("dh-ghost");
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(failure.copyText());
          Clipboard.getSystemClipboard().setContent(content);
        });
    HBox buttons = new HBox(retry, copy);
    buttons.getStyleClass().add("start-buttons");
    return column(new Mark(), title, text, code, buttons);
  }

  private static Node column(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().add("start");
    column.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
    return column;
  }
}
