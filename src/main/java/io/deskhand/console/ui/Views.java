package io.deskhand.console.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML of a feature. FX thread only. */
public final class Views {
  private static final String SUFFIX = "Controller";

  private Views() {}

  /**
   * Loads {@code XView.fxml} from beside {@code XController}, with that controller, the texts of
   * its package, and {@code x.css} where there is one.
   *
   * @param controller named {@code …Controller}; the FXML names the same class
   */
  public static Parent load(Object controller) {
    Class<?> type = controller.getClass();
    String name = type.getSimpleName();
    String feature = name.substring(0, name.length() - SUFFIX.length());
    URL fxml = Objects.requireNonNull(type.getResource(feature + "View.fxml"), feature);
    FXMLLoader loader = new FXMLLoader(fxml, Texts.of(type).bundle());
    loader.setControllerFactory(wanted -> controller);
    try {
      Parent view = loader.load();
      URL style = type.getResource(feature.toLowerCase(java.util.Locale.ROOT) + ".css");
      if (style != null) {
        view.getStylesheets().add(style.toExternalForm());
      }
      return view;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot load " + fxml, e);
    }
  }
}
