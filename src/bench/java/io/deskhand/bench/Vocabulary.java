package io.deskhand.bench;

import java.util.random.RandomGenerator;

/** Made-up words, a few of them in most texts and most of them in few, as in real ones. */
final class Vocabulary {
  private static final String[] SYLLABLES = {
    "ba", "co", "di", "fen", "gar", "hu", "jo", "kel", "li", "mor", "na", "pit", "qua", "ro", "sen",
    "tu", "vel", "wi", "xan", "zor"
  };
  private static final int SIZE = 40_000;
  private static final double SKEW = 2.2;
  private final String[] words = new String[SIZE];

  Vocabulary() {
    for (int n = 0; n < SIZE; n++) {
      StringBuilder word = new StringBuilder();
      for (int rest = n + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      }
      words[n] = word.toString();
    }
  }

  /** A word; the first of the vocabulary most often. */
  String word(RandomGenerator random) {
    return words[(int) (Math.pow(random.nextDouble(), SKEW) * SIZE)];
  }

  /** {@code count} words. */
  String text(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < count; n++) {
      text.append(n == 0 ? "" : " ").append(word(random));
    }
    return text.toString();
  }
}
