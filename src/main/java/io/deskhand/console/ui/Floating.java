package io.deskhand.console.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Screen;

/** A small panel that floats at a control until it is left. FX thread only. */
public final class Floating {
  private static final double GAP = 8;
  private static final double SHADOW = 32;

  private final Popup popup = new Popup();
  private final StackPane frame;
  private Runnable onHidden = () -> {};

  public Floating(Parent content) {
    StackPane panel = new StackPane(content);
    panel.getStyleClass().add("dh-floating");
    frame = new StackPane(panel);
    frame.setPickOnBounds(false);
    frame.setStyle("-fx-padding: " + SHADOW + "; -fx-background-color: transparent;");
    popup.getContent().add(frame);
    popup.setAutoHide(true);
    popup.setAutoFix(false);
    popup.setOnHidden(event -> onHidden.run());
    frame.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
          }
        });
  }

  /** What happens when it is gone. */
  public void setOnHidden(Runnable action) {
    onHidden = action;
  }

  public boolean isShowing() {
    return popup.isShowing();
  }

  public void hide() {
    popup.hide();
  }

  /** Shows it above or below a control, wherever there is room, and inside the window's width. */
  public void show(Node at) {
    Bounds place = at.localToScreen(at.getBoundsInLocal());
    popup.show(at, place.getMinX() - SHADOW, place.getMaxY());
    frame.applyCss();
    frame.layout();
    double width = frame.prefWidth(-1);
    double height = frame.prefHeight(-1);
    double right = at.getScene().getWindow().getX() + at.getScene().getWidth() + SHADOW - GAP;
    double bottom = Screen.getPrimary().getVisualBounds().getMaxY();
    boolean below = place.getMaxY() + GAP + height - SHADOW < bottom;
    popup.setX(Math.min(place.getMinX() - SHADOW, right - width));
    popup.setY(below ? place.getMaxY() + GAP - SHADOW : place.getMinY() - GAP - height + SHADOW);
  }
}
