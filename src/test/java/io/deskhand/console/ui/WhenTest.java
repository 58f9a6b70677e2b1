package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WhenTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:02:31Z");
  private final When when = new When(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theYoungerItIsTheShorterItIsSaid() {
    assertThat(ago(Duration.ofSeconds(20))).isEqualTo("now");
    assertThat(ago(Duration.ofMinutes(4))).isEqualTo("4m");
    assertThat(ago(Duration.ofHours(3))).isEqualTo("3h");
    assertThat(ago(Duration.ofDays(2))).isEqualTo("Wed");
    assertThat(ago(Duration.ofDays(39))).isEqualTo("12 Oct");
    assertThat(ago(Duration.ofDays(400))).isEqualTo("16 Oct 2025");
  }

  @Test
  void aClockThatIsAheadSaysNow() {
    assertThat(when.ago(NOW.plusSeconds(90))).isEqualTo("now");
  }

  @Test
  void daysHaveNames() {
    assertThat(when.day(NOW)).isEqualTo("Today");
    assertThat(when.day(NOW.minus(Duration.ofDays(1)))).isEqualTo("Yesterday");
    assertThat(when.exactTime(NOW)).isEqualTo("14:02:31");
  }

  private String ago(Duration age) {
    return when.ago(NOW.minus(age));
  }
}
