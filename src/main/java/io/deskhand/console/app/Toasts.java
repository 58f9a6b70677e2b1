package io.deskhand.console.app;

import io.deskhand.console.ui.Dialogs;
import io.deskhand.console.ui.Failure;
import io.deskhand.console.ui.Texts;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Notices and failures in a corner of the window: never modal, never in the way of typing. */
final class Toasts implements Dialogs {
  private static final Duration READING = Duration.seconds(6);
  private static final Duration APPEARING = Duration.millis(150);
  private static final int MOST = 4;

  private final Texts texts = Texts.of(Toasts.class);
  private final VBox stack = new VBox();

  Toasts() {
    stack.getStyleClass().add("toasts");
    stack.setPickOnBounds(false);
    stack.setAlignment(Pos.BOTTOM_LEFT);
  }

  Node node() {
    return stack;
  }

  @Override
  public void notice(String text) {
    goesAway(add(toast("fth-info", text)));
  }

  @Override
  public void notice(String text, String actionTitle, Runnable action) {
    HBox toast = toast("fth-info", text);
    Button button = new Button(actionTitle);
    button.getStyleClass().add("dh-link");
    button.setOnAction(
        event -> {
          stack.getChildren().remove(toast);
          action.run();
        });
    toast.getChildren().add(toast.getChildren().size() - 1, button);
    goesAway(add(toast));
  }

  @Override
  public void failure(Failure failure) {
    HBox toast = toast("fth-alert-circle", failure.message());
    toast.getStyleClass().add("failed");
    Label title = new Label(failure.title());
    title.getStyleClass().add("dh-strong");
    title.setWrapText(true);
    Label code = new Label(failure.code());
    code.getStyleClass().addAll("dh-caption", "dh-faint");
    Button copy = new Button(texts.of("copy.details"));
    copy.getStyleClass().addAll("dh-link", "dh-caption");
    copy.setOnAction(event -> copy(failure));
    HBox last = new HBox(code, copy);
    last.getStyleClass().add("last");
    VBox words = (VBox) toast.getChildren().get(1);
    words.getChildren().addFirst(title);
    words.getChildren().add(last);
    add(toast);
  }

  private HBox toast(String icon, String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    VBox words = new VBox(label);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon("fth-x"));
    close.getStyleClass().addAll("dh-ghost", "dh-icon");
    close.setAccessibleText(texts.of("close"));
    HBox toast = new HBox(new FontIcon(icon), words, close);
    close.setOnAction(event -> stack.getChildren().remove(toast));
    toast.getStyleClass().addAll("dh-floating", "toast");
    toast.setAccessibleRole(AccessibleRole.TEXT);
    toast.setAccessibleText(text);
    toast.setMaxWidth(HBox.USE_PREF_SIZE);
    return toast;
  }

  private Node add(HBox toast) {
    if (stack.getChildren().size() >= MOST) {
      stack.getChildren().removeFirst();
    }
    stack.getChildren().add(toast);
    FadeTransition fade = new FadeTransition(APPEARING, toast);
    fade.setFromValue(0);
    fade.setToValue(1);
    fade.play();
    return toast;
  }

  private void goesAway(Node toast) {
    PauseTransition pause = new PauseTransition(READING);
    pause.setOnFinished(
        event -> {
          if (toast.isHover()) {
            pause.playFromStart();
          } else {
            stack.getChildren().remove(toast);
          }
        });
    pause.play();
  }

  private static void copy(Failure failure) {
    ClipboardContent content = new ClipboardContent();
    content.putString(failure.copyText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
