package io.deskhand.console.ui.flow;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Moves a flow by wheel and keys. */
final class FlowInput {
  private static final double STEP = 40;

  private FlowInput() {}

  static void install(RowFlow<?> flow) {
    flow.addEventHandler(ScrollEvent.SCROLL, event -> scrolled(flow, event));
    flow.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(flow, event));
    flow.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            flow.requestFocus();
          }
        });
  }

  private static void scrolled(RowFlow<?> flow, ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      flow.scrollBy(-event.getDeltaY());
      event.consume();
    }
  }

  private static void pressed(RowFlow<?> flow, KeyEvent event) {
    if (!event.isShortcutDown() && !event.isAltDown() && moved(flow, event)) {
      event.consume();
    }
  }

  private static boolean moved(RowFlow<?> flow, KeyEvent event) {
    switch (event.getCode()) {
      case UP -> flow.scrollBy(-STEP);
      case DOWN -> flow.scrollBy(STEP);
      case PAGE_UP -> flow.scrollBy(STEP - flow.getHeight());
      case PAGE_DOWN -> flow.scrollBy(flow.getHeight() - STEP);
      case HOME -> flow.scrollTo(0, 0);
      case END -> flow.scrollToEnd();
      default -> {
        return false;
      }
    }
    return true;
  }
}
