package io.deskhand.console.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs tasks on the FX thread: at once when called there, else with the next pulse. */
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable task) {
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
  }
}
