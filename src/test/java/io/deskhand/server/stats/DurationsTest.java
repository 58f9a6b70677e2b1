package io.deskhand.server.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Spread;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private final Random random = new Random(11);

  @Test
  void theFiguresAreThoseOfTheSortedTimes() {
    for (int count : new int[] {1, 2, 3, 9, 10, 11, 999, 20_000}) {
      check(count, () -> random.nextLong(500_000_000));
      check(count, () -> 7);
      check(count, () -> random.nextLong(3));
      check(count, () -> random.nextInt(1_000) == 0 ? Long.MAX_VALUE / 4 : random.nextLong(50));
      check(count, () -> random.nextLong(-5_000, 5_000));
      check(count, () -> (long) Math.exp(random.nextDouble() * 30));
    }
  }

  @Test
  void withoutTimesThereAreNoFigures() {
    assertThat(new Durations().spread()).isEqualTo(new Spread(0, null, null, null));
  }

  private void check(int count, LongSupplier times) {
    long[] values = new long[count];
    Durations durations = new Durations();
    for (int n = 0; n < count; n++) {
      values[n] = times.getAsLong();
      durations.add(values[n]);
    }
    Arrays.sort(values);
    Spread spread = durations.spread();
    assertThat(spread.count()).isEqualTo(count);
    assertThat(spread.medianSeconds()).isEqualTo(values[(count + 1) / 2 - 1] / 1_000.0);
    assertThat(spread.p90Seconds()).isEqualTo(values[(count * 9 + 9) / 10 - 1] / 1_000.0);
  }
}
