package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The quick actions as buttons; those that cannot be done are disabled and say why. A disabled
 * control gets no mouse, so that its tooltip is on what holds it.
 */
final class ActionBar extends HBox {
  private static final List<TicketAction> SHOWN =
      List.of(
          TicketAction.TAKE,
          TicketAction.ASSIGN,
          TicketAction.ESCALATE,
          TicketAction.RESOLVE,
          TicketAction.CLOSE,
          TicketAction.REOPEN);
  private final Map<TicketAction, Button> buttons = new EnumMap<>(TicketAction.class);
  private final TicketViewModel model;
  private final Texts texts;

  ActionBar(TicketViewModel model, Texts texts, BiConsumer<TicketAction, Node> onAction) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("action-bar");
    for (TicketAction action : SHOWN) {
      getChildren().add(button(action, onAction));
    }
    model.faceProperty().subscribe(face -> choose());
  }

  /** The button of an action; the bar itself for those that have none. */
  Node anchor(TicketAction action) {
    Button button = buttons.get(action);
    return button == null ? this : button;
  }

  private Node button(TicketAction action, BiConsumer<TicketAction, Node> onAction) {
    Button button = new Button(texts.of("action", action));
    button.setGraphic(new FontIcon(action.icon()));
    button.getStyleClass().addAll("dh-ghost", "dh-small", "quick");
    button.setOnAction(event -> onAction.accept(action, button));
    button.setId("action-" + action.wire());
    StackPane holder = new StackPane(button);
    model.faceProperty().subscribe(face -> update(action, button, holder));
    buttons.put(action, button);
    return holder;
  }

  private void update(TicketAction action, Button button, Node holder) {
    String refusal = model.refusal(action);
    button.setDisable(!refusal.isEmpty());
    Tip.setText(
        holder,
        refusal.isEmpty() ? texts.of("tip", texts.of("action", action), action.key()) : refusal);
  }

  /** Nobody takes what is theirs, and reopens only what is over. */
  private void choose() {
    boolean over = model.refusal(TicketAction.REOPEN).isEmpty();
    HeaderController.present(holder(TicketAction.REOPEN), over);
    HeaderController.present(holder(TicketAction.TAKE), !model.isMine());
  }

  private Node holder(TicketAction action) {
    return anchor(action).getParent();
  }
}
