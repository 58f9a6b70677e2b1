package io.deskhand.console.settings;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.ui.Theme;
import io.deskhand.sync.Desk;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** What can be set, and what is kept where. FX thread only. */
public final class SettingsViewModel {
  private final Desk desk;
  private final Theme theme;
  private final BooleanProperty compact;
  private final Path profile;
  private final Outcomes outcomes;
  private final Runnable onSignedOut;

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
    this.outcomes = outcomes;
    this.onSignedOut = onSignedOut;
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

  String who() {
    return desk.me().name() + " · " + desk.me().email();
  }

  /** How many intents would stay behind, on disk, if the session ended now. */
  int unsent() {
    return desk.outbox().get().size();
  }

  void signOut() {
    outcomes.then(desk.signOut(), done -> onSignedOut.run());
  }
}
