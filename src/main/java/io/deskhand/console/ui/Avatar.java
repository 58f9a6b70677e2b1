package io.deskhand.console.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A person's initials on a colour that stays theirs. FX thread only. */
public final class Avatar extends Label {
  private static final int COLOURS = 8;
  // Pixels, as the smallest text has them.
  private static final double LETTERS = 10;
  private static final PseudoClass NOBODY = PseudoClass.getPseudoClass("nobody");

  private int colour;

  /** {@code size} in pixels, at the smallest text. */
  public Avatar(double size) {
    getStyleClass().setAll("label", "avatar", "dh-initials");
    // In sizes of its letters, so that it grows with them.
    String side = String.format(Locale.ROOT, "%.3fem;", size / LETTERS);
    setStyle(
        Stream.of("min-width", "min-height", "pref-width", "pref-height", "max-width", "max-height")
            .map(name -> "-fx-" + name + ": " + side)
            .collect(Collectors.joining()));
    setAccessibleRole(AccessibleRole.TEXT);
    setPerson(null);
  }

  /** An avatar of 24 pixels, for FXML. */
  public Avatar() {
    this(24);
  }

  /** {@code name} null: an empty ring, for nobody. */
  public void setPerson(@Nullable String name) {
    pseudoClassStateChanged(colourClass(colour), false);
    pseudoClassStateChanged(NOBODY, name == null);
    setText(name == null ? "" : initials(name));
    setAccessibleText(name == null ? "" : name);
    if (name == null) {
      Tip.setText(this, null);
      return;
    }
    colour = Math.floorMod(name.hashCode(), COLOURS);
    pseudoClassStateChanged(colourClass(colour), true);
    Tip.setText(this, name);
  }

  static String initials(String name) {
    String[] words = name.strip().split("\\s+");
    String first = firstLetter(words[0]);
    String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private static PseudoClass colourClass(int colour) {
    return PseudoClass.getPseudoClass("person-" + colour);
  }
}
