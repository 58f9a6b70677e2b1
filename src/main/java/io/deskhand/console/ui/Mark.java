package io.deskhand.console.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Deskhand's mark: a speech bubble that is a desk, with a hand's four fingers on it. */
public final class Mark extends StackPane {
  /** The sign on its ground, in a square of 24. */
  public static final String SIGN =
      "M5 14.5h14a1 1 0 0 1 0 2h-1v2.2a.9.9 0 0 1-1.8 0V16.5H7.8v2.2a.9.9 0 0 1-1.8 0V16.5H5"
          + "a1 1 0 0 1 0-2z"
          + "M8.1 8.2a.95.95 0 0 1 1.9 0V13H8.1z"
          + "M10.75 6.2a.95.95 0 0 1 1.9 0V13h-1.9z"
          + "M13.4 7a.95.95 0 0 1 1.9 0v6h-1.9z"
          + "M16.05 9.2a.95.95 0 0 1 1.9 0V13h-1.9z";

  private static final double GRID = 24;

  private final SVGPath sign = new SVGPath();

  /** A mark of 32 pixels. */
  public Mark() {
    getStyleClass().add("mark");
    Region ground = new Region();
    ground.getStyleClass().add("ground");
    sign.setContent(SIGN);
    sign.getStyleClass().add("sign");
    getChildren().addAll(ground, sign);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Deskhand");
    setSide(32);
  }

  public double getSide() {
    return getMaxWidth();
  }

  /** Its width and height, in pixels. */
  public void setSide(double side) {
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    sign.setScaleX(side / GRID);
    sign.setScaleY(side / GRID);
  }
}
