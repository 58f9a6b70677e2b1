package io.deskhand.console.app;

import io.deskhand.console.ui.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stood, and how large it was. */
final class WindowMemory {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 560;

  private final Preferences preferences;

  WindowMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Puts the window where it was; in the middle of the screen if that place is gone. */
  void restore(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(preferences.get("window.width", WIDTH), screen.getWidth()));
    stage.setHeight(Math.min(preferences.get("window.height", HEIGHT), screen.getHeight()));
    double x = preferences.get("window.x", Double.NaN);
    double y = preferences.get("window.y", Double.NaN);
    boolean there = !Screen.getScreensForRectangle(x, y, LEAST_WIDTH / 2, 40).isEmpty();
    if (there) {
      stage.setX(x);
      stage.setY(y);
    } else {
      stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
      stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
    }
    stage.setMaximized(Boolean.parseBoolean(preferences.get("window.maximized", "false")));
  }

  /** Remembers where it is now. */
  void remember(Stage stage) {
    preferences.put("window.maximized", stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      preferences.put("window.x", stage.getX());
      preferences.put("window.y", stage.getY());
      preferences.put("window.width", stage.getWidth());
      preferences.put("window.height", stage.getHeight());
    }
  }
}
