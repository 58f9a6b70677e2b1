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
  private final StackPane sheet = new StackPane();
  private final StackPane overlay = new StackPane();
  private @Nullable Node focusedBefore;

  Frame(Node toasts) {
    root.getChildren().addAll(screen, sheet, overlay, toasts);
    root.getStylesheets()
        .add(
            Objects.requireNonNull(Frame.class.getResource("frame.css"), "frame.css")
                .toExternalForm());
    sheet.getStyleClass().add("sheet-place");
    sheet.setPickOnBounds(false);
    overlay.getStyleClass().addAll("overlay", "dh-scrim");
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
    closeSheet();
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

  /** Shows a sheet in a corner; the screen stays usable beside it. */
  void openSheet(Node content) {
    sheet.getChildren().setAll(content);
  }

  void closeSheet() {
    sheet.getChildren().clear();
  }

  boolean isOverlayOpen() {
    return overlay.isVisible();
  }
}
