package io.deskhand.console.ticket;

import javafx.animation.FadeTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Small sheets over the pane, one at a time, each below what opened it. Not modal: Esc or a click
 * elsewhere puts it away, and the focus goes back to where it was. FX thread only.
 */
final class SheetLayer extends Pane {
  private static final double GAP = 6;
  private static final double MARGIN = 12;
  private static final Duration APPEAR = Duration.millis(130);

  private @Nullable Region sheet;
  private @Nullable Node opener;
  private @Nullable Node focusBefore;

  SheetLayer() {
    getStyleClass().add("sheet-layer");
    setPickOnBounds(true);
    setVisible(false);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Shows a sheet below {@code anchor}, and puts the focus on {@code first}. */
  void open(Node anchor, Region content, Node first) {
    close();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    opener = anchor;
    sheet = content;
    content.getStyleClass().addAll("sheet", "dh-floating");
    getChildren().setAll(content);
    setVisible(true);
    FadeTransition appear = new FadeTransition(APPEAR, content);
    appear.setFromValue(0.3);
    appear.setToValue(1);
    appear.play();
    requestLayout();
    first.requestFocus();
  }

  /** Puts the sheet away, if there is one. */
  void close() {
    if (sheet == null) {
      return;
    }
    boolean hadFocus = hasFocusInside();
    getChildren().clear();
    setVisible(false);
    sheet = null;
    if (hadFocus && focusBefore != null) {
      focusBefore.requestFocus();
    }
  }

  boolean isOpen() {
    return sheet != null;
  }

  @Override
  protected void layoutChildren() {
    Region shown = sheet;
    Node anchor = opener;
    if (shown == null || anchor == null) {
      return;
    }
    double width = Math.min(shown.prefWidth(-1), getWidth() - 2 * MARGIN);
    double height = Math.min(shown.prefHeight(width), getHeight() - 2 * MARGIN);
    Bounds at = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
    double x = Math.clamp(at.getMinX(), MARGIN, Math.max(MARGIN, getWidth() - width - MARGIN));
    double y =
        Math.clamp(at.getMaxY() + GAP, MARGIN, Math.max(MARGIN, getHeight() - height - MARGIN));
    shown.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  private boolean hasFocusInside() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    for (Parent at = focused == null ? null : focused.getParent();
        at != null;
        at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }
}
