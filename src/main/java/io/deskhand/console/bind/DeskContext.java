package io.deskhand.console.bind;

import io.deskhand.console.ui.Delays;
import io.deskhand.console.ui.Dialogs;
import io.deskhand.model.Ids;
import io.deskhand.sync.Desk;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What the view models of a signed-in desk work with.
 *
 * @param fx runs tasks on the FX thread; tests give one that runs them at once
 */
public record DeskContext(
    Desk desk, Executor fx, Dialogs dialogs, Delays delays, Clock clock, Ids ids) {

  /** Shows what goes wrong in {@code stage}; if nothing, runs {@code then} on the FX thread. */
  public void surface(CompletionStage<?> stage, Runnable then) {
    new Outcomes(fx, dialogs).then(stage, ignored -> then.run());
  }

  /** Shows what goes wrong in {@code stage}. */
  public void surface(CompletionStage<?> stage) {
    new Outcomes(fx, dialogs).watch(stage);
  }
}
