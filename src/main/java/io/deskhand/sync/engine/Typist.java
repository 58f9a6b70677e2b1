package io.deskhand.sync.engine;

import io.deskhand.sync.Subscription;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the others that this person types: not at every key, and that they have stopped also when
 * nobody says so. Of the engine's thread.
 */
final class Typist {
  private final Core core;
  private final Consumer<Boolean> tell;
  private @Nullable Instant toldAt;
  private @Nullable Subscription idle;

  /**
   * @param tell sends one start or stop
   */
  Typist(Core core, Consumer<Boolean> tell) {
    this.core = core;
    this.tell = tell;
  }

  void typing() {
    Instant now = core.clock().instant();
    Instant last = toldAt;
    if (last == null || !now.isBefore(last.plus(core.timing().typingRepeat()))) {
      toldAt = now;
      tell.accept(true);
    }
    cancelIdle();
    idle = core.thread().after(core.timing().typingIdle(), this::stop);
  }

  void stop() {
    cancelIdle();
    if (toldAt != null) {
      toldAt = null;
      tell.accept(false);
    }
  }

  private void cancelIdle() {
    if (idle != null) {
      idle.close();
      idle = null;
    }
  }
}
