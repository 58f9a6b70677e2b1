package io.deskhand.demo.customers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a customer takes their time, in a person's seconds.
 *
 * @param think before an answer
 * @param rest before they react to a solution
 * @param drifts whether they go quiet now and then
 */
record Temper(Span think, Span rest, boolean drifts) {
  /** Answers whoever writes within a few seconds. */
  static final Temper EAGER = new Temper(new Span(0.8, 2.5), new Span(3, 7), false);

  /** Does other things as well. */
  static final Temper CALM = new Temper(new Span(5, 25), new Span(15, 60), true);

  private static final double SIGNS_PER_SECOND = 14;

  /** From the least to the most. */
  record Span(double least, double most) {}

  Duration thinking(Pace pace, RandomGenerator random) {
    if (drifts && random.nextInt(6) == 0) {
      return pace.between(60, 150, random);
    }
    return pace.between(think.least, think.most, random);
  }

  Duration resting(Pace pace, RandomGenerator random) {
    return pace.between(rest.least, rest.most, random);
  }

  /** How long it takes to type {@code text}: shorter than the server believes in typing. */
  static Duration typing(String text, Pace pace) {
    return pace.seconds(Math.clamp(text.length() / SIGNS_PER_SECOND, 1.2, 5.0));
  }
}
