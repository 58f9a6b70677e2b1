package io.deskhand.console.ui;

import io.deskhand.model.Priority;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/**
 * A ticket's priority by shape and colour: three bars, of which one to three are filled, and a
 * solid mark for urgent. 16 × 16. FX thread only.
 */
public final class PriorityGlyph extends HBox {
  private static final double SIDE = 16;
  private static final String URGENT =
      "M4 1h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z"
          + "M7.1 3.8h1.8l-.25 5.4h-1.3zM8 10.4a1.05 1.05 0 1 1 0 2.1 1.05 1.05 0 0 1 0-2.1z";

  private final Region[] bars = {bar(5), bar(8), bar(11)};
  private final SVGPath urgent = new SVGPath();
  private Priority shown = Priority.LOW;

  public PriorityGlyph() {
    getStyleClass().add("priority-glyph");
    setMinSize(SIDE, SIDE);
    setPrefSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    urgent.setContent(URGENT);
    urgent.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
    urgent.getStyleClass().add("mark");
    setAccessibleRole(AccessibleRole.TEXT);
    setPriority(Priority.MEDIUM);
  }

  public void setPriority(Priority priority) {
    pseudoClassStateChanged(PseudoClass.getPseudoClass(shown.wire()), false);
    shown = priority;
    pseudoClassStateChanged(PseudoClass.getPseudoClass(priority.wire()), true);
    setAccessibleText(Words.of(priority));
    Tip.setText(this, Words.of(priority));
    if (priority == Priority.URGENT) {
      getChildren().setAll(urgent);
    } else {
      getChildren().setAll(bars);
      for (int i = 0; i < bars.length; i++) {
        bars[i].pseudoClassStateChanged(PseudoClass.getPseudoClass("filled"), i < filled(priority));
      }
    }
  }

  private static int filled(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case MEDIUM -> 2;
      case HIGH, URGENT -> 3;
    };
  }

  private static Region bar(double height) {
    Region bar = new Region();
    bar.getStyleClass().add("bar");
    bar.setMinSize(3, height);
    bar.setPrefSize(3, height);
    bar.setMaxSize(3, height);
    return bar;
  }
}
