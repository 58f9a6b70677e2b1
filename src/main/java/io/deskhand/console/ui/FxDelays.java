package io.deskhand.console.ui;

import java.time.Duration;
import javafx.animation.PauseTransition;

/** Delays by JavaFX's own timer. FX thread only. */
public final class FxDelays implements Delays {
  @Override
  public Pending after(Duration delay, Runnable action) {
    PauseTransition pause =
        new PauseTransition(javafx.util.Duration.millis((double) delay.toMillis()));
    pause.setOnFinished(event -> action.run());
    pause.play();
    return pause::stop;
  }
}
