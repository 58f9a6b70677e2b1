package io.deskhand.console.settings;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Theme;
import io.deskhand.sync.Desk;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** What can be set, and what is kept where. FX thread only. */
public final class SettingsViewModel {
  private final Texts texts = Texts.of(SettingsViewModel.class);
  private final Desk desk;
  private final Theme theme;
  private final BooleanProperty compact;
  private final Path profile;
  private final LeavingViewModel leaving;

  /**
   * The settings of somebody who is signed in.
   *
   * @param compact whether the queue's rows are compact
   * @param profile the folder that the cache is in
   * @param onSignedOut called when the session has ended
   */
  public SettingsViewModel(
      Desk desk,
      Theme theme,
      BooleanProperty compact,
      Path profile,
      Outcomes outcomes,
      Runnable onSignedOut) {
    this.desk = desk;
    this.theme = theme;
    this.compact = compact;
    this.profile = profile;
    this.leaving = new LeavingViewModel(desk, outcomes, onSignedOut);
  }

  ObjectProperty<Theme.Mode> modeProperty() {
    return theme.modeProperty();
  }

  /** 1 to {@link Theme#LARGEST}. */
  DoubleProperty textScaleProperty() {
    return theme.textScaleProperty();
  }

  BooleanProperty compactProperty() {
    return compact;
  }

  String profile() {
    return profile.toAbsolutePath().toString();
  }

  /** Where the key of these files is, in words. */
  String keyPlace() {
    return texts.of("cache.text." + desk.keyPlace().name().toLowerCase(Locale.ROOT));
  }

  String who() {
    return desk.me().name() + " · " + desk.me().email();
  }

  LeavingViewModel leaving() {
    return leaving;
  }
}
