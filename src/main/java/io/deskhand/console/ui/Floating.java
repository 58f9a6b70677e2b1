package io.deskhand.console.ui;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A small panel that floats at a control until it is left. It lies in the window itself and not in
 * one of its own, so that its shadow needs no compositing window manager. The scene's root must be
 * a {@link Pane}. FX thread only.
 */
public final class Floating {
  private static final double GAP = 8;

  private final StackPane panel = new StackPane();
  private final Lazy<? extends Parent> content;
  private final EventHandler<MouseEvent> onPress = this::pressed;
  private final EventHandler<KeyEvent> onKey = this::keyPressed;
  private @Nullable Node anchor;
  private @Nullable Scene scene;
  private @Nullable Node focusedBefore;
  private Runnable onHidden = () -> {};

  /** {@code content} makes what is in it, when it is shown first. */
  public Floating(Supplier<? extends Parent> content) {
    this.content = new Lazy<>(content);
    panel.getStyleClass().add("dh-floating");
    panel.setManaged(false);
    // Its shadow reaches over controls beside it, and is no part of it for the mouse.
    panel.setPickOnBounds(false);
    panel.layoutBoundsProperty().subscribe(bounds -> place());
    panel.needsLayoutProperty().subscribe(needed -> place());
  }

  public boolean isShowing() {
    return scene != null;
  }

  /** What is to be done each time it has been left. */
  public void onHidden(Runnable action) {
    onHidden = action;
  }

  /** Shows it below a control, or above where there is more room. */
  public void show(Node at) {
    if (isShowing() || at.getScene() == null) {
      return;
    }
    panel.getChildren().setAll(content.get());
    anchor = at;
    scene = at.getScene();
    focusedBefore = scene.getFocusOwner();
    ((Pane) scene.getRoot()).getChildren().add(panel);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
    panel.applyCss();
    place();
  }

  /** Puts it away; a focus that was in it goes back to where it came from. */
  public void hide() {
    if (scene != null) {
      Node focused = scene.getFocusOwner();
      if (focusedBefore != null && focused != null && isInside(focused)) {
        focusedBefore.requestFocus();
      }
      scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
      ((Pane) scene.getRoot()).getChildren().remove(panel);
      scene = null;
      onHidden.run();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == panel) {
        return true;
      }
    }
    return false;
  }

  private void place() {
    if (scene == null || anchor == null) {
      return;
    }
    Bounds at = anchor.localToScene(anchor.getBoundsInLocal());
    double width = Math.min(panel.prefWidth(-1), scene.getWidth() - 2 * GAP);
    double height = panel.prefHeight(width);
    double x = Math.clamp(at.getMinX(), GAP, Math.max(GAP, scene.getWidth() - width - GAP));
    boolean below = at.getMaxY() + GAP + height < scene.getHeight();
    double y = below ? at.getMaxY() + GAP : at.getMinY() - GAP - height;
    panel.resizeRelocate(x, Math.max(GAP, y), width, height);
  }

  private void pressed(MouseEvent event) {
    Node at = anchor;
    boolean inside = panel.contains(panel.sceneToLocal(event.getSceneX(), event.getSceneY()));
    boolean onAnchor =
        at != null && at.contains(at.sceneToLocal(event.getSceneX(), event.getSceneY()));
    if (!inside && !onAnchor) {
      hide();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      hide();
      event.consume();
    }
  }
}
