package io.deskhand.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void whereTheMachineIsBusyWithOtherThingsNothingCounts() {
    assertThat(Patience.share(SECOND, 1, Duration.ZERO)).isZero();
    assertThat(Patience.share(SECOND, 1, Duration.ofMillis(50))).hasMillis(50);
  }

  @Test
  void whereItHasNothingToDoOrTheWorkerAllOfItEverythingCounts() {
    assertThat(Patience.share(SECOND, 0, Duration.ZERO)).isEqualTo(SECOND);
    assertThat(Patience.share(SECOND, 0.75, Duration.ZERO)).hasMillis(250);
    assertThat(Patience.share(SECOND, 1, Duration.ofSeconds(2))).isEqualTo(SECOND);
    assertThat(Patience.share(SECOND, -1, Duration.ZERO)).isEqualTo(SECOND);
  }
}
