package io.deskhand.console.bind;

import io.deskhand.console.ui.Dialogs;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Brings the outcome of a stage to the FX thread, so that no failure is lost. Immutable. */
public final class Outcomes {
  private final Executor fx;
  private final Dialogs dialogs;

  /** {@code dialogs} shows what fails. */
  public Outcomes(Executor fx, Dialogs dialogs) {
    this.fx = fx;
    this.dialogs = dialogs;
  }

  /** Shows the failure, if the stage fails. */
  public void watch(CompletionStage<?> stage) {
    then(stage, ignored -> {});
  }

  /** Calls {@code onSuccess} on the FX thread with the stage's value, or shows the failure. */
  public <T> void then(CompletionStage<T> stage, Consumer<? super T> onSuccess) {
    var _ =
        stage.whenComplete(
            (value, problem) ->
                fx.execute(
                    () -> {
                      if (problem == null) {
                        onSuccess.accept(value);
                      } else {
                        dialogs.failure(Failures.of(problem));
                      }
                    }));
  }
}
