package io.deskhand.console.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The four sizes of type, and of icons, at a text size chosen by the person. It is a style sheet of
 * its own, because JavaFX's {@code em} depends on the parent and would multiply.
 */
final class TypeScale {
  private record Rule(String selector, String property, double pixels) {
    String at(double scale) {
      return String.format(
          Locale.ROOT, "%s { -fx-%s: %.2fpx; }%n", selector, property, pixels * scale);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(".root, .dh-text", "font-size", 13),
          new Rule(".dh-caption, .tooltip", "font-size", 11),
          new Rule(".dh-initials", "font-size", 10),
          new Rule(".dh-subject", "font-size", 15),
          new Rule(".dh-title", "font-size", 20),
          new Rule(".ikonli-font-icon", "icon-size", 16),
          new Rule(".dh-icon-small", "icon-size", 13),
          new Rule(".quick .ikonli-font-icon", "icon-size", 14),
          new Rule(".dh-icon-large", "icon-size", 28));

  private TypeScale() {}

  /** The style sheet's address for a {@code scale} of 1 to 2. */
  static String stylesheet(double scale) {
    StringBuilder css = new StringBuilder();
    RULES.forEach(rule -> css.append(rule.at(scale)));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.toString().getBytes(StandardCharsets.UTF_8));
  }
}
