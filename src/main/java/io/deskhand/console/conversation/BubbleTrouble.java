package io.deskhand.console.conversation;

import io.deskhand.console.conversation.Row.Bubble;
import io.deskhand.console.ui.Texts;
import io.deskhand.sync.TicketState.Delivery;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a message was not sent, and the ways on. */
final class BubbleTrouble {
  private final VBox box = new VBox();
  private final Label why = new Label();
  private final Button anyway;
  private final Texts texts;
  private @Nullable Bubble shown;

  BubbleTrouble(BubbleActions actions, Texts texts) {
    this.texts = texts;
    box.getStyleClass().add("trouble");
    why.getStyleClass().addAll("dh-caption", "dh-danger");
    why.setWrapText(true);
    why.setGraphic(new FontIcon("fth-alert-circle"));
    anyway = button("trouble.anyway", actions, BubbleActions::sendAnyway);
    HBox ways =
        new HBox(
            anyway,
            button("trouble.draft", actions, BubbleActions::toDraft),
            button("trouble.discard", actions, BubbleActions::discard));
    ways.getStyleClass().add("ways");
    ways.setAlignment(Pos.CENTER_RIGHT);
    box.getChildren().addAll(why, ways);
  }

  VBox node() {
    return box;
  }

  void show(Bubble bubble) {
    shown = bubble;
    BubbleCell.present(box, bubble.needsAttention());
    BubbleCell.present(anyway, bubble.delivery() == Delivery.HELD);
    String reason = bubble.why();
    why.setText(
        reason == null
            ? texts.of("trouble.unknown")
            : texts.of(
                bubble.delivery() == Delivery.HELD ? "trouble.held" : "trouble.refused", reason));
  }

  private Button button(
      String key, BubbleActions actions, BiConsumer<BubbleActions, Bubble> action) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().addAll("dh-link", "dh-caption");
    button.setOnAction(
        event -> {
          if (shown != null) {
            action.accept(actions, shown);
          }
        });
    return button;
  }
}
