package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;
import io.deskhand.console.ui.Texts;
import io.deskhand.sync.TicketState.Delivery;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a message was not sent, and the ways on. */
final class BubbleTrouble {
  private BubbleTrouble() {}

  static Node of(Bubble bubble, BubbleActions actions, Texts texts) {
    boolean held = bubble.delivery() == Delivery.HELD;
    Label why = new Label(words(bubble, held, texts), new FontIcon("fth-alert-circle"));
    why.getStyleClass().addAll("dh-caption", "dh-danger");
    why.setWrapText(true);
    HBox ways = new HBox();
    ways.getStyleClass().add("ways");
    ways.setAlignment(Pos.CENTER_RIGHT);
    if (held) {
      ways.getChildren().add(button(texts.of("trouble.anyway"), () -> actions.sendAnyway(bubble)));
    }
    ways.getChildren()
        .addAll(
            button(
                texts.of(held ? "trouble.edit" : "trouble.draft"), () -> actions.toDraft(bubble)),
            button(texts.of("trouble.discard"), () -> actions.discard(bubble)));
    VBox box = new VBox(why);
    bubble.since().forEach(since -> box.getChildren().add(since(since)));
    box.getChildren().add(ways);
    box.getStyleClass().add("trouble");
    return box;
  }

  private static Node since(Bubble.Since since) {
    Label head = new Label(since.head());
    head.getStyleClass().addAll("dh-caption", "dh-faint");
    Label words = new Label(since.words());
    words.setWrapText(true);
    VBox both = new VBox(head, words);
    both.getStyleClass().add("since");
    return both;
  }

  private static String words(Bubble bubble, boolean held, Texts texts) {
    String reason = bubble.why();
    return reason == null
        ? texts.of("trouble.unknown")
        : texts.of(held ? "trouble.held" : "trouble.refused", reason);
  }

  private static Button button(String title, Runnable action) {
    Button button = new Button(title);
    button.getStyleClass().addAll("dh-link", "dh-caption");
    button.setOnAction(event -> action.run());
    return button;
  }
}
