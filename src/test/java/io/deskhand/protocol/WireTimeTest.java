package io.deskhand.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
  private static final DateTimeFormatter SLOWLY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void timesAreWrittenAndReadAsTheLibraryDoes() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < 20_000; n++) {
      Instant time =
          Instant.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000_000));
      String text = WireTime.format(time);
      assertThat(text).isEqualTo(SLOWLY.format(time));
      assertThat(WireTime.parse(text))
          .isEqualTo(OffsetDateTime.parse(text).toInstant())
          .isEqualTo(time.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 999, -62_135_596_800_000L, 253_402_300_799_999L})
  void soAreThoseAtTheEdges(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    assertThat(WireTime.format(time)).isEqualTo(SLOWLY.format(time));
    assertThat(WireTime.parse(WireTime.format(time))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00.000Z",
        "2026-13-01T00:00:00.000Z",
        "2026-00-01T00:00:00.000Z",
        "2026-01-01T24:00:00.000Z",
        "2026-01-01T00:60:00.000Z",
        "2026-01-01T23:59:60.000Z",
        "0000-01-01T00:00:00.000Z",
        "2026-01-01 00:00:00.000Z",
        "2026-01-01T00:00:00.00xZ",
        "２026-01-01T00:00:00.000Z",
        ""
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> WireTime.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
