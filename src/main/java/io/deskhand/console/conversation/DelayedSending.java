package io.deskhand.console.conversation;

import io.deskhand.console.ui.Delays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/** The replies that can still be taken back, at most one of each ticket. FX thread only. */
final class DelayedSending {
  private final Map<UUID, Countdown> waiting = new HashMap<>();
  private final int seconds;
  private final Delays delays;
  private final BiConsumer<UUID, Reply> onDue;
  private final ObjIntConsumer<UUID> onTick;

  /**
   * @param seconds how long a reply can be taken back
   * @param onDue sends a reply whose time has come
   * @param onTick hears how many seconds a ticket's reply has left; 0 when there is none any more
   */
  DelayedSending(
      int seconds, Delays delays, BiConsumer<UUID, Reply> onDue, ObjIntConsumer<UUID> onTick) {
    this.seconds = seconds;
    this.delays = delays;
    this.onDue = onDue;
    this.onTick = onTick;
  }

  /** Whether replies wait at all. */
  boolean isOn() {
    return seconds > 0;
  }

  void start(UUID ticketId, Reply reply) {
    waiting.put(
        ticketId, new Countdown(reply, seconds, delays, countdown -> ticked(ticketId, countdown)));
    onTick.accept(ticketId, seconds);
  }

  /** The words that wait to be sent to a ticket. */
  Optional<String> words(UUID ticketId) {
    return waiting(ticketId).map(Reply::words);
  }

  /** What waits to be sent to a ticket. */
  Optional<Reply> waiting(UUID ticketId) {
    return Optional.ofNullable(waiting.get(ticketId)).map(Countdown::reply);
  }

  int secondsLeft(UUID ticketId) {
    Countdown countdown = waiting.get(ticketId);
    return countdown == null ? 0 : countdown.secondsLeft();
  }

  /** Takes a ticket's reply back. */
  Optional<Reply> takeBack(UUID ticketId) {
    Countdown countdown = waiting.remove(ticketId);
    if (countdown == null) {
      return Optional.empty();
    }
    countdown.stop();
    onTick.accept(ticketId, 0);
    return Optional.of(countdown.reply());
  }

  /** Sends a ticket's reply now, if one waits. */
  void sendNow(UUID ticketId) {
    takeBack(ticketId).ifPresent(reply -> onDue.accept(ticketId, reply));
  }

  /** Sends nothing any more. */
  void stop() {
    waiting.values().forEach(Countdown::stop);
    waiting.clear();
  }

  private void ticked(UUID ticketId, Countdown countdown) {
    if (countdown.secondsLeft() > 0) {
      onTick.accept(ticketId, countdown.secondsLeft());
    } else {
      sendNow(ticketId);
    }
  }
}
