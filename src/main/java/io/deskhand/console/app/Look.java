package io.deskhand.console.app;

import io.deskhand.console.ui.Preferences;
import io.deskhand.console.ui.Theme;

/** Remembers theme and text size. */
final class Look {
  private static final String THEME = "look.theme";
  private static final String TEXT = "look.text";

  private final Preferences preferences;

  Look(Preferences preferences) {
    this.preferences = preferences;
  }

  /** Gives the theme what was chosen last, and remembers each later choice. */
  void connect(Theme theme) {
    theme.modeProperty().set(preferences.get(THEME, Theme.Mode.SYSTEM));
    theme.textScaleProperty().set(Math.clamp(preferences.get(TEXT, 1.0), 1, Theme.LARGEST));
    theme.modeProperty().subscribe(mode -> preferences.put(THEME, mode.name()));
    theme.textScaleProperty().subscribe(scale -> preferences.put(TEXT, scale));
  }
}
