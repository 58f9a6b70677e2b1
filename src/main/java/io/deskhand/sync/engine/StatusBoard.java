package io.deskhand.sync.engine;

import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.Live;
import io.deskhand.sync.flow.LiveCell;
import io.deskhand.sync.flow.Notifier;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the status bar shows. Set on the engine's thread. */
final class StatusBoard {
  private final LiveCell<ConnectionState> live;

  StatusBoard(Notifier notifier) {
    this.live =
        new LiveCell<>(new ConnectionState(Phase.CONNECTING, null, 0, null, null, 0, 0), notifier);
  }

  Live<ConnectionState> live() {
    return live;
  }

  void phase(Phase phase, @Nullable Instant nextAttempt, @Nullable String reason) {
    change(
        now ->
            new ConnectionState(
                phase, now.asOf(), now.pending(), nextAttempt, reason, now.synced(), now.toSync()));
  }

  /** The copy is true as of {@code time}. */
  void asOf(Instant time) {
    change(
        now ->
            new ConnectionState(
                now.phase(),
                time,
                now.pending(),
                now.nextAttempt(),
                now.reason(),
                now.synced(),
                now.toSync()));
  }

  void pending(int intents) {
    change(
        now ->
            new ConnectionState(
                now.phase(),
                now.asOf(),
                intents,
                now.nextAttempt(),
                now.reason(),
                now.synced(),
                now.toSync()));
  }

  void progress(long synced, long toSync) {
    change(
        now ->
            new ConnectionState(
                now.phase(),
                now.asOf(),
                now.pending(),
                now.nextAttempt(),
                now.reason(),
                synced,
                toSync));
  }

  private void change(UnaryOperator<ConnectionState> step) {
    live.set(step.apply(live.get()));
  }
}
