package io.deskhand.console.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How the console looks: light, dark, or as the system does, and how large its text is. Changes
 * show at once in every scene that it dresses. FX thread only.
 */
public final class Theme {
  /** Which tokens. */
  public enum Mode {
    LIGHT,
    DARK,
    SYSTEM
  }

  /** The largest text scale; 1 is the smallest. */
  public static final double LARGEST = 2.0;

  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYSTEM);
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final List<Scene> scenes = new ArrayList<>();

  /** A theme that follows the system, with its fonts loaded. */
  public Theme() {
    for (String cut : List.of("Regular", "Medium", "SemiBold")) {
      Font.loadFont(resource("fonts/InterDesk-" + cut + ".ttf"), 13);
    }
    mode.subscribe(chosen -> apply());
    textScale.subscribe(scale -> apply());
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
  }

  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** 1 to {@link #LARGEST}. */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** Whether the dark tokens are in use now. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Dresses a scene, now and with every later change. */
  public void dress(Scene scene) {
    scenes.add(scene);
    scene.getStylesheets().setAll(stylesheets());
  }

  /** Light to dark and back; ends following the system. */
  public void toggle() {
    mode.set(dark.get() ? Mode.LIGHT : Mode.DARK);
  }

  private void apply() {
    boolean systemIsDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    dark.set(mode.get() == Mode.DARK || (mode.get() == Mode.SYSTEM && systemIsDark));
    Application.setUserAgentStylesheet(
        (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scenes.forEach(scene -> scene.getStylesheets().setAll(stylesheets()));
  }

  private List<String> stylesheets() {
    return List.of(
        resource(dark.get() ? "tokens-dark.css" : "tokens-light.css"),
        resource("palette.css"),
        TypeScale.stylesheet(textScale.get()),
        resource("base.css"));
  }

  private static String resource(String name) {
    URL found = Objects.requireNonNull(Theme.class.getResource(name), name);
    return found.toExternalForm();
  }
}
