package io.deskhand.console.app;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The window's content: one screen, and above it what floats: sheets, the palette, toasts. */
final class Frame {
  private final StackPane root = new StackPane();
  private final StackPane screen = new StackPane();
  private final StackPane overlay = new StackPane();
  private @Nullable Node focusedBefore;

  Frame(Node toasts) {
    root.getChildren().addAll(screen, overlay, toasts);
    root.getStylesheets()
        .add(
            Objects.requireNonNull(Frame.class.getResource("frame.css"), "frame.css")
                .toExternalForm());
    overlay.getStyleClass().add("overlay");
    overlay.setPickOnBounds(true);
    overlay.setVisible(false);
    overlay.setOnMousePressed(
        event -> {
          if (event.getTarget() == overlay) {
            closeOverlay();
          }
        });
  }

  Parent root() {
    return root;
  }

  void show(Node next) {
    closeOverlay();
    screen.getChildren().setAll(next);
  }

  /** Shows something above the screen, until it is closed; the focus returns then. */
  void openOverlay(Node content) {
    if (!overlay.isVisible() && root.getScene() != null) {
      focusedBefore = root.getScene().getFocusOwner();
    }
    overlay.getChildren().setAll(content);
    overlay.setVisible(true);
  }

  void closeOverlay() {
    overlay.setVisible(false);
    overlay.getChildren().clear();
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }

  boolean isOverlayOpen() {
    return overlay.isVisible();
  }
}
