package io.deskhand.demo.customers;

import io.deskhand.protocol.Events;
import io.deskhand.protocol.TicketRef;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Types for one customer, as people do: one sees it, it takes time, and then the words are there.
 */
final class Typist {
  private final Pen pen;
  private final Schedule schedule;
  private final Pace pace;
  private final RandomGenerator random;
  private final Consumer<Talk> undelivered;

  /** {@code undelivered} is told a while after words could not be delivered. */
  Typist(
      Pen pen, Schedule schedule, Pace pace, RandomGenerator random, Consumer<Talk> undelivered) {
    this.pen = pen;
    this.schedule = schedule;
    this.pace = pace;
    this.random = random;
    this.undelivered = undelivered;
  }

  /** Writes {@code text} after {@code delay}, in the place of what was planned. */
  void write(Talk talk, Duration delay, String text) {
    write(talk, delay, text, () -> {});
  }

  /** The same, with something to do {@code afterwards} if it was delivered. */
  void write(Talk talk, Duration delay, String text, Runnable afterwards) {
    talk.plan(
        schedule.after(
            delay,
            () -> {
              signal(Events.TYPING_START, talk);
              talk.plan(
                  schedule.after(Temper.typing(text, pace), () -> say(talk, text, afterwards)));
            }));
  }

  /** Begins to type, and thinks better of it. */
  void hesitate(Talk talk) {
    signal(Events.TYPING_START, talk);
    talk.plan(schedule.after(pace.between(1, 4, random), () -> signal(Events.TYPING_STOP, talk)));
  }

  private void say(Talk talk, String text, Runnable afterwards) {
    signal(Events.TYPING_STOP, talk);
    if (pen.write(talk.ticket().id(), text)) {
      afterwards.run();
    } else {
      talk.unhear();
      talk.plan(schedule.after(pace.between(5, 15, random), () -> undelivered.accept(talk)));
    }
  }

  private void signal(String event, Talk talk) {
    pen.signal(event, new TicketRef(talk.ticket().id()));
  }
}
