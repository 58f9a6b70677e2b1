package io.deskhand.console.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * The four sizes of type, and of icons, at a text size chosen by the person. It is a style sheet of
 * its own, because JavaFX's {@code em} depends on the parent and would multiply.
 */
final class TypeScale {
  private static final String RULES =
      """
      .root { -fx-font-size: %1$spx; }
      .dh-text { -fx-font-size: %1$spx; }
      .dh-caption, .tooltip { -fx-font-size: %2$spx; }
      .dh-initials { -fx-font-size: %5$spx; }
      .dh-subject { -fx-font-size: %3$spx; }
      .dh-title { -fx-font-size: %4$spx; }
      .ikonli-font-icon { -fx-icon-size: %6$spx; }
      .dh-icon-small { -fx-icon-size: %1$spx; }
      .dh-icon-large { -fx-icon-size: %7$spx; }
      """;

  private TypeScale() {}

  /** The style sheet's address for a {@code scale} of 1 to 2. */
  static String stylesheet(double scale) {
    String css =
        String.format(
            Locale.ROOT,
            RULES,
            size(13, scale),
            size(11, scale),
            size(15, scale),
            size(20, scale),
            size(10, scale),
            size(16, scale),
            size(28, scale));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String size(double pixels, double scale) {
    return String.format(Locale.ROOT, "%.2f", pixels * scale);
  }
}
