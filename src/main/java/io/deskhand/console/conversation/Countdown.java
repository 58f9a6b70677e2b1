package io.deskhand.console.conversation;

import io.deskhand.console.ui.Delays;
import java.time.Duration;
import java.util.function.Consumer;

/** A reply that can still be taken back, until its seconds are over. FX thread only. */
final class Countdown {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Reply reply;
  private final Delays delays;
  private final Consumer<Countdown> onTick;
  private int secondsLeft;
  private Delays.Pending next;

  Countdown(Reply reply, int seconds, Delays delays, Consumer<Countdown> onTick) {
    this.reply = reply;
    this.secondsLeft = seconds;
    this.delays = delays;
    this.onTick = onTick;
    this.next = delays.after(SECOND, this::tick);
  }

  Reply reply() {
    return reply;
  }

  int secondsLeft() {
    return secondsLeft;
  }

  void stop() {
    next.cancel();
  }

  private void tick() {
    secondsLeft--;
    if (secondsLeft > 0) {
      next = delays.after(SECOND, this::tick);
    }
    onTick.accept(this);
  }
}
