package io.deskhand.console.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/**
 * Marks a region with the pseudo-class {@code narrow} while it has too little width for all that it
 * would like to show; what then goes is the style sheet's to say. FX thread only.
 */
public final class Narrow {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private Narrow() {}

  /**
   * Watches {@code region}: it is narrow while its width is positive and below {@code ems} times
   * the size of the font of {@code measure}, so that larger text needs more of it.
   */
  public static void below(Region region, Labeled measure, double ems) {
    Runnable check =
        () -> {
          double width = region.getWidth();
          boolean narrow = width > 0 && width < ems * measure.getFont().getSize();
          region.pseudoClassStateChanged(NARROW, narrow);
        };
    region.widthProperty().subscribe(check);
    measure.fontProperty().subscribe(check);
  }
}
